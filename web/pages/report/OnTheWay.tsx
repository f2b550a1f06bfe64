import { Footprints } from 'lucide-preact'
import { ErrorNote } from '../../components/ErrorNote.tsx'
import { petTitle } from '../../components/kinds.ts'
import { ShareButton } from '../../components/ShareButton.tsx'
import { useFocusAfter } from '../../components/useFocusAfter.ts'
import { formatAgo, formatTime } from '../../i18n/dates.ts'
import { t } from '../../i18n/index.ts'
import { ProblemError } from '../../request.ts'
import { nowMs } from '../../state/clock.ts'
import type { ReportFeature } from '../../wire.ts'
import styles from './OnTheWay.module.css'
import { useWalk, type WalkProps } from './useWalk.ts'
import { othersWords } from './way-words.ts'

type Props = Omit<WalkProps, 'reportId' | 'sightingId'> & { report: ReportFeature; sighting: ReportFeature }

const isFull = (error: unknown) => error instanceof ProblemError && error.problem.status === 409

/** Who is on the way to where the animal was seen, and one tap to say that one is going too, or cannot after all. */
export function OnTheWay({ report, sighting, walkers, ...rest }: Props) {
  const way = useWalk({ reportId: report.id, sightingId: sighting.id, walkers, ...rest })
  const button = useFocusAfter<HTMLButtonElement>(way.turns)
  const seen = formatAgo(sighting.properties.occurredAt, nowMs.value)
  const others =
    walkers &&
    othersWords({
      ...{ n: way.others, owner: way.ownerAmongOthers },
      ...{ lastSetOutAt: walkers.lastSetOutAt, besidesMe: way.isOnWay },
    })
  return (
    <div class={styles['way']}>
      {way.isOnWay && (
        <p>
          <strong>{t('way.going')}</strong> {way.walk && t('way.until', { time: formatTime(way.walk.until) })}{' '}
          {t('way.safe')}
        </p>
      )}
      {others && (
        <p class={styles['others']}>
          <Footprints size={20} aria-hidden="true" />
          {others}
        </p>
      )}
      {way.failure &&
        (isFull(way.failure.error) ? (
          <p class="note" role="alert">
            {t('way.full')}
          </p>
        ) : (
          <ErrorNote
            lead={t(way.failure.of === 'setOut' ? 'way.failed.setOut' : 'way.failed.turnBack')}
            error={way.failure.error}
          />
        ))}
      {way.isOnWay ? (
        <p class="row">
          <ShareButton
            title={t('way.share', { title: petTitle(report.properties), when: seen })}
            path={`/reports/${sighting.id}`}
            label={t('way.tell')}
          />
          <button
            ref={button}
            type="button"
            class="button"
            aria-label={`${t('way.turnBack')}: ${seen}`}
            onClick={way.turnBack}
          >
            {t('way.turnBack')}
          </button>
        </p>
      ) : (
        <p>
          <button
            ref={button}
            type="button"
            class="button"
            aria-label={`${t('way.setOut')}: ${seen}`}
            onClick={way.setOut}
          >
            <Footprints size={20} aria-hidden="true" />
            {t('way.setOut')}
          </button>
        </p>
      )}
    </div>
  )
}
