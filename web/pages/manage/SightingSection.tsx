import { Footprints } from 'lucide-preact'
import { useState } from 'preact/hooks'
import { listSightings } from '../../client.ts'
import { ErrorNote } from '../../components/ErrorNote.tsx'
import { useLoaded } from '../../components/useLoaded.ts'
import { t } from '../../i18n/index.ts'
import { readStored, writeStored } from '../../state/device.ts'
import type { ReportFeature } from '../../wire.ts'
import { SightingList } from '../report/SightingList.tsx'

/** One tap that remembers on this device which sighting one is going to. */
function OnMyWay({ id }: { id: string }) {
  const key = `going:${id}`
  const [going, setGoing] = useState(() => readStored(key) !== null)
  if (going) return <p role="status">{t('sightings.going')}</p>
  const go = () => {
    writeStored(key, 'yes')
    setGoing(true)
  }
  return (
    <p>
      <button type="button" class="button" onClick={go}>
        <Footprints size={20} aria-hidden="true" />
        {t('sightings.onMyWay')}
      </button>
    </p>
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
      action={(sighting) => <OnMyWay id={sighting.id} />}
    />
  )
}
