import { EyeOff, Plus, X } from 'lucide-preact'
import { useState } from 'preact/hooks'
import { MARK_PARTS, MARK_SIDES, MARK_TYPES, type Mark } from '../../../../api/domain/vocabulary.ts'
import { markWords } from '../../../components/marks.ts'
import { coded, t } from '../../../i18n/index.ts'
import styles from './MarksField.module.css'

const MAX_MARKS = 20
const FIRST: Mark = { part: 'ear', type: 'notch', visibility: 'public' }

type SelectProps<T extends string> = {
  label: string
  family: string
  options: readonly T[]
  value: T | undefined
  onChange: (value: T | undefined) => void
  optional?: boolean
}

function Select<T extends string>({ label, family, options, value, onChange, optional }: SelectProps<T>) {
  return (
    <label class={styles['select']}>
      <span>{label}</span>
      <select
        class="input"
        value={value ?? ''}
        onChange={(event) => onChange((event.currentTarget.value || undefined) as T | undefined)}
      >
        {optional && <option value="">—</option>}
        {options.map((option) => (
          <option key={option} value={option}>
            {coded(family, option)}
          </option>
        ))}
      </select>
    </label>
  )
}

/** Marks, each with its place and side; a sealed one is a question that only the true owner can answer. */
export function MarksField({
  value,
  onChange,
}: {
  value: readonly Mark[]
  onChange: (marks: Mark[]) => void
}) {
  const [mark, setMark] = useState<Mark>()
  const change = (partial: Partial<Mark>) => setMark({ ...(mark ?? FIRST), ...partial })
  const add = () => {
    if (mark) onChange([...value, mark])
    setMark(undefined)
  }
  return (
    <fieldset class={styles['marks']}>
      <legend>{t('trait.marks')}</legend>
      <ul class={styles['list']}>
        {value.map((item, index) => (
          <li key={`${item.part}-${item.side}-${item.type}`}>
            <button
              type="button"
              class={styles['mark']}
              aria-label={t('marks.remove', { name: markWords(item) })}
              onClick={() => onChange(value.filter((_, at) => at !== index))}
            >
              {item.visibility === 'sealed' && <EyeOff size={16} aria-hidden="true" />}
              {markWords(item)}
              <X size={16} aria-hidden="true" />
            </button>
          </li>
        ))}
      </ul>
      {mark ? (
        <div class={styles['editor']}>
          <Select
            label={t('marks.part')}
            family="part"
            options={MARK_PARTS}
            value={mark.part}
            onChange={(part) => change({ part: part ?? 'ear' })}
          />
          <Select
            label={t('marks.side')}
            family="side"
            options={MARK_SIDES}
            value={mark.side}
            onChange={(side) => change({ side })}
            optional
          />
          <Select
            label={t('marks.type')}
            family="mark"
            options={MARK_TYPES}
            value={mark.type}
            onChange={(type) => change({ type: type ?? 'other' })}
          />
          <label class={styles['sealed']}>
            <input
              type="checkbox"
              checked={mark.visibility === 'sealed'}
              onChange={(event) => change({ visibility: event.currentTarget.checked ? 'sealed' : 'public' })}
            />
            {t('marks.sealed')}
          </label>
          <div class="row">
            <button type="button" class="button primary" onClick={add}>
              {t('marks.add')}
            </button>
            <button type="button" class="button quiet" onClick={() => setMark(undefined)}>
              {t('action.cancel')}
            </button>
          </div>
        </div>
      ) : (
        value.length < MAX_MARKS && (
          <button type="button" class="button" data-field="marks" onClick={() => setMark(FIRST)}>
            <Plus size={20} aria-hidden="true" />
            {t('marks.add')}
          </button>
        )
      )}
    </fieldset>
  )
}
