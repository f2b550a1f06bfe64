import { EyeOff, Plus, X } from 'lucide-preact'
import { useState } from 'preact/hooks'
import {
  MARK_SIDES,
  MARK_TYPES,
  type Mark,
  type MarkPart,
  type Species,
} from '../../../../api/domain/vocabulary.ts'
import { markWords, partsOf, partWords } from '../../../components/marks.ts'
import { coded, t } from '../../../i18n/index.ts'
import styles from './MarksField.module.css'

const MAX_MARKS = 20
const FIRST: Mark = { part: 'ear', type: 'notch', visibility: 'public' }

type SelectProps<T extends string> = {
  label: string
  words: (option: T) => string
  options: readonly T[]
  value: T | undefined
  onChange: (value: T | undefined) => void
  optional?: boolean
}

function Select<T extends string>({ label, words, options, value, onChange, optional }: SelectProps<T>) {
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
            {words(option)}
          </option>
        ))}
      </select>
    </label>
  )
}

type Props = {
  species: Species | undefined
  /** The owner asks a finder about a sealed mark, a finder whoever says they are the owner. */
  lost: boolean
  value: readonly Mark[]
  onChange: (marks: Mark[]) => void
}

/** Marks, each with its place and side; a sealed one is a question that only the true owner can answer. */
export function MarksField({ species, lost, value, onChange }: Props) {
  const [begun, setMark] = useState<Mark>()
  const parts = partsOf(species)
  // Begun for another species, or in the other language, it takes the part that goes by the same word now.
  const offered = (part: MarkPart) =>
    parts.find((each) => partWords(each, species) === partWords(part, species)) ?? parts[0]!
  const mark = begun && { ...begun, part: offered(begun.part) }
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
              aria-label={t('marks.remove', { name: markWords(item, species) })}
              onClick={() => onChange(value.filter((_, at) => at !== index))}
            >
              {item.visibility === 'sealed' && <EyeOff size={16} aria-hidden="true" />}
              {markWords(item, species)}
              <X size={16} aria-hidden="true" />
            </button>
          </li>
        ))}
      </ul>
      {mark ? (
        <div class={styles['editor']}>
          <Select
            label={t('marks.part')}
            words={(part) => partWords(part, species)}
            options={parts}
            value={mark.part}
            onChange={(part) => part && change({ part })}
          />
          <Select
            label={t('marks.side')}
            words={(side) => coded('side', side)}
            options={MARK_SIDES}
            value={mark.side}
            onChange={(side) => change({ side })}
            optional
          />
          <Select
            label={t('marks.type')}
            words={(type) => coded('mark', type)}
            options={MARK_TYPES}
            value={mark.type}
            onChange={(type) => type && change({ type })}
          />
          <label class="check">
            <input
              type="checkbox"
              checked={mark.visibility === 'sealed'}
              onChange={(event) => change({ visibility: event.currentTarget.checked ? 'sealed' : 'public' })}
            />
            {t(lost ? 'marks.sealed.lost' : 'marks.sealed.found')}
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
