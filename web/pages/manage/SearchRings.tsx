import { formatPercent } from '../../i18n/dates.ts'
import { t } from '../../i18n/index.ts'
import type { SearchArea } from '../../wire.ts'
import styles from './SearchRings.module.css'

const SHARES = [50, 75, 95] as const

/** What to do within each ring of the search area, the nearest first; the swatches are the rings on the map. */
export function SearchRings({ area }: { area: SearchArea }) {
  const drawn = new Set(
    area.features.flatMap(({ properties }) =>
      properties.kind === 'area' ? [Math.round(properties.probability * 100)] : [],
    ),
  )
  return (
    <ol class={styles['rings']}>
      {SHARES.filter((share) => drawn.has(share)).map((share) => (
        <li key={share} data-share={share}>
          <strong>{formatPercent(share / 100)}</strong>
          <span>{t(`plan.rings.${share}`)}</span>
        </li>
      ))}
    </ol>
  )
}
