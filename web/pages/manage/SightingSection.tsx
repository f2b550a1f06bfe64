import { useState } from 'preact/hooks'
import { ErrorNote } from '../../components/ErrorNote.tsx'
import { isSightingOf } from '../../components/sightings.ts'
import { t } from '../../i18n/index.ts'
import { readStored, writeStored } from '../../state/device.ts'
import type { ReportFeature } from '../../wire.ts'
import { SightingList } from '../report/SightingList.tsx'
import { SightingsToVisit } from '../report/SightingsToVisit.tsx'
import type { Verdicts } from './animal-view.ts'
import { JudgeSighting } from './JudgeSighting.tsx'
import styles from './SightingSection.module.css'
import type { Incoming } from './useIncoming.ts'
import { useSightingVerdicts } from './useSightingVerdicts.ts'
import { mayBeOf } from './waiting.ts'

/** Whether others are told that it is the owner who goes, which says that nobody is at home; kept on this device. */
function useAsOwner(): [boolean, (on: boolean) => void] {
  const [asOwner, setAsOwner] = useState(() => readStored('goAsOwner') === 'yes')
  return [
    asOwner,
    (on) => {
      setAsOwner(on)
      writeStored('goAsOwner', on ? 'yes' : null)
    },
  ]
}

type Props = {
  report: ReportFeature
  token: string
  sightings: Incoming['sightings']
  verdicts: Verdicts
  onJudged: () => void
}

/** Where it was seen: who is on the way there, and whether it is the author's pet at all. */
export function SightingSection({ report, token, sightings: { loaded, reload }, verdicts, onJudged }: Props) {
  const said = useSightingVerdicts(report.id, token, verdicts, onJudged)
  const [asOwner, setAsOwner] = useAsOwner()
  if (loaded.state === 'loading') return <p class="hint">{t('app.loading')}</p>
  if (loaded.state === 'failed') return <ErrorNote error={loaded.error} retry={reload} />
  const isAlike = (other: ReportFeature) => mayBeOf(report, other)
  // Animals in somebody's care are compared among the matches, unless they cannot be matches.
  const sightings = loaded.value.filter((one) => isSightingOf(report.id, one) || !isAlike(one))
  const notMine = sightings.filter((one) => said.verdictOf(one) === 'different' && !said.saidNow(one))
  const open = sightings.filter((one) => !notMine.includes(one))
  const judge = (sighting: ReportFeature) =>
    isAlike(sighting) ? <JudgeSighting sighting={sighting} verdicts={said} /> : null
  return (
    <div class={`panel ${styles['sightings']}`}>
      {sightings.length === 0 && <p class="hint">{t('sightings.none')}</p>}
      {open.length > 0 && (
        <SightingsToVisit
          report={report}
          sightings={open}
          manageToken={token}
          asOwner={asOwner}
          canVisit={(one) => said.saidNow(one) !== 'different'}
          more={judge}
        >
          <label class="check">
            <input type="checkbox" checked={asOwner} onChange={() => setAsOwner(!asOwner)} />
            <span>
              {t('sightings.asOwner')} <span class="hint">{t('sightings.asOwner.hint')}</span>
            </span>
          </label>
        </SightingsToVisit>
      )}
      {notMine.length > 0 && (
        <details class={styles['notMine']}>
          <summary>{t('sightings.notMine', { n: notMine.length })}</summary>
          <SightingList sightings={notMine} from={report} action={judge} />
        </details>
      )}
    </div>
  )
}
