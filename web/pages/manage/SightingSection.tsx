import { Footprints } from 'lucide-preact'
import { useState } from 'preact/hooks'
import { listSightings } from '../../client.ts'
import { ErrorNote } from '../../components/ErrorNote.tsx'
import { petTitle } from '../../components/kinds.ts'
import { ShareButton } from '../../components/ShareButton.tsx'
import { useLoaded } from '../../components/useLoaded.ts'
import { formatAgo } from '../../i18n/dates.ts'
import { t } from '../../i18n/index.ts'
import { nowMs } from '../../state/clock.ts'
import { readStored, writeStored } from '../../state/device.ts'
import type { ReportFeature } from '../../wire.ts'
import { SightingList } from '../report/SightingList.tsx'

/** Who set out this long ago has arrived or turned back. */
const WAY_MS = 6 * 3_600_000

/** One tap that remembers on this device which sighting one is going to; helpers hear of it when it is shared. */
function OnMyWay({ report, sighting }: { report: ReportFeature; sighting: ReportFeature }) {
  const key = `going:${sighting.id}`
  const [since, setSince] = useState(() => Number(readStored(key)))
  const mark = (at: number) => {
    writeStored(key, at > 0 ? String(at) : null)
    setSince(at)
  }
  if (!(nowMs.value - since < WAY_MS)) {
    return (
      <p>
        <button type="button" class="button" onClick={() => mark(Date.now())}>
          <Footprints size={20} aria-hidden="true" />
          {t('sightings.onMyWay')}
        </button>
      </p>
    )
  }
  const going = t('sightings.goingTo', {
    title: petTitle(report.properties),
    when: formatAgo(sighting.properties.occurredAt, nowMs.value),
  })
  return (
    <div class="stack">
      <p role="status">{t('sightings.going')}</p>
      <p class="row">
        <ShareButton title={going} path={`/reports/${sighting.id}`} label={t('sightings.tell')} />
        <button type="button" class="button" onClick={() => mark(0)}>
          {t('action.cancel')}
        </button>
      </p>
    </div>
  )
}

export function SightingSection({ report }: { report: ReportFeature }) {
  const { loaded, reload } = useLoaded(report.id, () => listSightings(report.id))
  if (loaded.state === 'loading') return <p class="hint">{t('app.loading')}</p>
  if (loaded.state === 'failed') return <ErrorNote error={loaded.error} retry={reload} />
  return (
    <SightingList
      sightings={loaded.value.features}
      from={report}
      action={(sighting) => <OnMyWay report={report} sighting={sighting} />}
    />
  )
}
