import { History } from 'lucide-preact'
import { useEffect, useId, useState } from 'preact/hooks'
import { t } from '../i18n/index.ts'
import { filters, setFilters } from '../state/search.ts'
import styles from './TimeSlider.module.css'

/** Where reports end their active life; the last stop of the slider means "any time". */
const MAX_DAYS = 90
const SETTLE_MS = 250

function words(days: number): string {
  return days > MAX_DAYS ? t('map.time.all') : t('map.time.days', { n: days })
}

/** How far back in time the map and the list look; to the left is the freshest. */
export function TimeSlider() {
  const id = useId()
  const set = filters.value.days ?? MAX_DAYS + 1
  const [days, setDays] = useState(set)
  useEffect(() => setDays(set), [set])
  useEffect(() => {
    if (days === set) return
    const timer = setTimeout(
      () => setFilters({ days: days > MAX_DAYS ? undefined : days }, { replace: true }),
      SETTLE_MS,
    )
    return () => clearTimeout(timer)
  }, [days, set])
  return (
    <div class={styles['time']}>
      <label class={styles['label']} for={id}>
        <History size={18} aria-hidden="true" />
        <span class="unseen">{t('map.time')}</span>
        <output for={id}>{words(days)}</output>
      </label>
      <input
        id={id}
        type="range"
        min={1}
        max={MAX_DAYS + 1}
        value={days}
        aria-valuetext={words(days)}
        onInput={(event) => setDays(Number(event.currentTarget.value))}
      />
    </div>
  )
}
