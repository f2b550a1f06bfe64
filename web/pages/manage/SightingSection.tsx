import { useState } from 'preact/hooks'
import { listSightings } from '../../client.ts'
import { ErrorNote } from '../../components/ErrorNote.tsx'
import { useLoaded } from '../../components/useLoaded.ts'
import { t } from '../../i18n/index.ts'
import { readStored, writeStored } from '../../state/device.ts'
import type { ReportFeature } from '../../wire.ts'
import { SightingsToVisit } from '../report/SightingsToVisit.tsx'
import styles from './SightingSection.module.css'

/** Whether others are told that it is the owner who goes; kept on this device. */
function useAsOwner(): [boolean, (on: boolean) => void] {
  const [asOwner, setAsOwner] = useState(() => readStored('goAsOwner') !== 'no')
  return [
    asOwner,
    (on) => {
      setAsOwner(on)
      writeStored('goAsOwner', on ? null : 'no')
    },
  ]
}

/** Where it was seen, and who is on the way there. */
export function SightingSection({ report, token }: { report: ReportFeature; token: string }) {
  const { loaded, reload } = useLoaded(report.id, () => listSightings(report.id))
  const [asOwner, setAsOwner] = useAsOwner()
  if (loaded.state === 'loading') return <p class="hint">{t('app.loading')}</p>
  if (loaded.state === 'failed') return <ErrorNote error={loaded.error} retry={reload} />
  const sightings = loaded.value.features
  return (
    <div class={`panel ${styles['sightings']}`}>
      {sightings.length === 0 && <p class="hint">{t('sightings.none')}</p>}
      {sightings.length > 0 && (
        <SightingsToVisit report={report} sightings={sightings} manageToken={token} asOwner={asOwner}>
          <label class={styles['owner']}>
            <input type="checkbox" checked={asOwner} onChange={() => setAsOwner(!asOwner)} />
            <span>
              {t('sightings.asOwner')} <span class="hint">{t('sightings.asOwner.hint')}</span>
            </span>
          </label>
        </SightingsToVisit>
      )}
    </div>
  )
}
