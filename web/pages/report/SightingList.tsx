import { apartWords } from '../../components/apart.ts'
import { joinFacts } from '../../components/join-facts.ts'
import { Picture } from '../../components/Picture.tsx'
import { placeName } from '../../components/where.ts'
import { formatAgo } from '../../i18n/dates.ts'
import { t } from '../../i18n/index.ts'
import { nowMs } from '../../state/clock.ts'
import type { ReportFeature } from '../../wire.ts'
import styles from './SightingList.module.css'

type Props = {
  sightings: readonly ReportFeature[]
  from: ReportFeature
  /** Their numbers on the map beside the list. */
  numbers?: ReadonlyMap<string, number> | undefined
  action?: (sighting: ReportFeature) => preact.VNode | null
}

/** Who saw it, newest first. */
export function SightingList({ sightings, from, numbers, action }: Props) {
  if (sightings.length === 0) return <p class="hint">{t('sightings.none')}</p>
  return (
    <ol class={styles['sightings']}>
      {sightings.map((sighting) => (
        <li key={sighting.id} class={styles['sighting']}>
          <div class={styles['picture']} data-picture>
            <Picture report={sighting} size="thumb" />
          </div>
          <div>
            <p class={styles['when']}>
              {numbers && <span class="number">{numbers.get(sighting.id)}</span>}
              <a href={`/reports/${sighting.id}`}>{formatAgo(sighting.properties.occurredAt, nowMs.value)}</a>
            </p>
            <p class="hint">
              {joinFacts([placeName(sighting.properties), apartWords('sightings.from', sighting, from)])}
            </p>
            {sighting.properties.description && <p>{sighting.properties.description}</p>}
          </div>
          {action && <div class={styles['actions']}>{action(sighting)}</div>}
        </li>
      ))}
    </ol>
  )
}
