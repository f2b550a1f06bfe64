import { useState } from 'preact/hooks'
import { formatWhen, toLocalField } from '../../../i18n/dates.ts'
import { t } from '../../../i18n/index.ts'
import type { Wrong } from '../../../posting/check.ts'
import { nowMs } from '../../../state/clock.ts'
import { describedBy, FieldError } from './TextField.tsx'
import styles from './WhenField.module.css'

const HOUR_MS = 3_600_000
const ID = 'field-occurredAt'
const SHORTCUTS = [
  ['when.now', 0],
  ['when.hourAgo', HOUR_MS],
  ['when.yesterday', 24 * HOUR_MS],
] as const

type Props = {
  value: string | undefined
  wrong: Wrong | undefined
  onChange: (instant: string | undefined) => void
}

/** An instant, in the device's time zone; the common answers are one touch. */
export function WhenField({ value, wrong, onChange }: Props) {
  const [taken, setTaken] = useState<{ key: string; instant: string }>()
  const take = (key: string, agoMs: number) => {
    const instant = new Date(Date.now() - agoMs).toISOString()
    setTaken({ key, instant })
    onChange(instant)
  }
  return (
    <fieldset class={styles['when']}>
      <legend>{t('when.title')}</legend>
      <div class={styles['shortcuts']}>
        {SHORTCUTS.map(([key, agoMs]) => (
          <button
            key={key}
            type="button"
            class="button"
            aria-pressed={taken?.key === key && taken.instant === value}
            onClick={() => take(key, agoMs)}
          >
            {t(key)}
          </button>
        ))}
      </div>
      <label for={ID} class="hint">
        {t('when.exact')}
      </label>
      <input
        id={ID}
        class="input"
        type="datetime-local"
        value={value ? toLocalField(value) : ''}
        max={toLocalField(Date.now())}
        {...describedBy(ID, 'occurredAt', wrong, undefined)}
        onInput={(event) => {
          const time = Date.parse(event.currentTarget.value)
          onChange(Number.isNaN(time) ? undefined : new Date(time).toISOString())
        }}
      />
      {value && <output for={ID}>{t('when.chosen', { when: formatWhen(value, nowMs.value) })}</output>}
      <FieldError id={ID} field="occurredAt" wrong={wrong} />
    </fieldset>
  )
}
