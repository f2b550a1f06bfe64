import { RotateCcw } from 'lucide-preact'
import type { ComponentChildren } from 'preact'
import { useState } from 'preact/hooks'
import { listWalkers } from '../../client.ts'
import { useLoaded } from '../../components/useLoaded.ts'
import { t } from '../../i18n/index.ts'
import { nowMs } from '../../state/clock.ts'
import type { ReportFeature } from '../../wire.ts'
import { countOthers } from './count-others.ts'
import { OnTheWay } from './OnTheWay.tsx'
import { type OwnWalk, readOwnWalk } from './own-walk.ts'
import { SightingList } from './SightingList.tsx'

/** The service tells times no finer than this, so asking more often shows little. */
const REFRESH_MS = 5 * 60_000

type Props = {
  report: ReportFeature
  sightings: readonly ReportFeature[]
  numbers?: ReadonlyMap<string, number>
  manageToken?: string | undefined
  asOwner?: boolean
  canVisit?: (sighting: ReportFeature) => boolean
  /** What else may be done about a sighting. */
  more?: (sighting: ReportFeature) => preact.VNode | null
  /** Between the words about setting out and the list. */
  children?: ComponentChildren
}

/** Sightings with who is on the way to each, so that people neither all run to one place nor nobody does. */
export function SightingsToVisit({
  report,
  sightings,
  numbers,
  manageToken,
  asOwner = false,
  canVisit = () => true,
  more,
  children,
}: Props) {
  const turn = Math.floor(nowMs.value / REFRESH_MS)
  const { loaded, reload } = useLoaded(`${report.id} ${turn}`, () => listWalkers(report.id))
  const items = loaded.state === 'ready' ? loaded.value.items : []
  // Known here too, where the device stores nothing.
  const [own, setOwn] = useState<Record<string, OwnWalk | undefined>>({})
  const othersGo = items.some((item) => {
    const { sightingId } = item
    const walk = sightingId in own ? own[sightingId] : readOwnWalk(sightingId, nowMs.value)
    return countOthers(item, walk, manageToken !== undefined && item.owner) > 0
  })
  return (
    <>
      <p class="hint">{t(othersGo ? 'way.hint.others' : 'way.hint')}</p>
      {loaded.state === 'failed' && (
        <p class="row" role="status">
          {t('way.unknown')}
          <button type="button" class="button" onClick={reload}>
            <RotateCcw size={18} aria-hidden="true" />
            {t('action.retry')}
          </button>
        </p>
      )}
      {children}
      <SightingList
        sightings={sightings}
        from={report}
        numbers={numbers}
        action={(sighting) => (
          <>
            {sighting.properties.kind === 'sighting' && canVisit(sighting) && (
              <OnTheWay
                report={report}
                sighting={sighting}
                walkers={items.find(({ sightingId }) => sightingId === sighting.id)}
                manageToken={manageToken}
                asOwner={asOwner}
                onChange={(walk) => {
                  setOwn((now) => ({ ...now, [sighting.id]: walk }))
                  reload()
                }}
              />
            )}
            {more?.(sighting)}
          </>
        )}
      />
    </>
  )
}
