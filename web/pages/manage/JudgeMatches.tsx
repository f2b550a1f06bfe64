import { useState } from 'preact/hooks'
import type { Verdict } from '../../../api/domain/vocabulary.ts'
import { getMatches, judgeMatch } from '../../client.ts'
import { ErrorNote } from '../../components/ErrorNote.tsx'
import { petTitle } from '../../components/kinds.ts'
import { NoneOfThese } from '../../components/NoneOfThese.tsx'
import { percent } from '../../components/percent.ts'
import { withoutNamed, withoutSightings } from '../../components/sightings.ts'
import { useLoaded } from '../../components/useLoaded.ts'
import { t } from '../../i18n/index.ts'
import { announce } from '../../state/announce.ts'
import type { Match, ReportFeature } from '../../wire.ts'
import { Comparison } from './Comparison.tsx'
import styles from './JudgeMatches.module.css'

const VERDICTS = ['same', 'unsure', 'different'] as const

type Judged = { match: Match; verdict: Verdict }

type CardProps = {
  mine: ReportFeature
  match: Match
  /** Enough verdicts stand behind the percentages to show them. */
  calibrated: boolean
  judged: Verdict | undefined
  onJudge: (verdict: Verdict) => void
  onUndo: () => void
}

function JudgeCard({ mine, match, calibrated, judged, onJudge, onUndo }: CardProps) {
  const { report, band, probability, state } = match
  const title = petTitle(report.properties)
  if (judged) {
    return (
      <div class="note" data-tone="calm">
        <div class="stack">
          <p role="status">
            <strong>{title}.</strong> {t(`judge.did.${judged}`)}
          </p>
          {judged === 'same' && <p>{t('judge.proposal')}</p>}
          <p class="row">
            {judged === 'same' && (
              <>
                <a class="button primary" href="#close">
                  {t('manage.close')}
                </a>
                <a class="button" href={`/reports/${report.id}#write`}>
                  {t('judge.write')}
                </a>
              </>
            )}
            <button type="button" class="button" onClick={onUndo}>
              {t('judge.undo')}
            </button>
          </p>
        </div>
      </div>
    )
  }
  return (
    <article class={styles['card']} aria-label={title}>
      <header class={styles['head']}>
        <strong>{t(`band.${band}`)}</strong>
        {calibrated && band !== 'chip' && (
          <span class="hint">{t('matches.percent', { percent: percent(probability) })}</span>
        )}
        {state === 'same' && <span class="hint">{t('judge.settled')}</span>}
      </header>
      <Comparison mine={mine} match={match} />
      <fieldset class={styles['verdicts']}>
        <legend>{t(mine.properties.kind === 'lost' ? 'judge.title' : 'judge.title.found')}</legend>
        {VERDICTS.map((verdict) => (
          <button
            key={verdict}
            type="button"
            class={`button ${verdict === 'same' ? 'primary' : ''}`}
            aria-pressed={state === verdict}
            onClick={() => onJudge(verdict)}
          >
            {t(`judge.${verdict}`)}
          </button>
        ))}
      </fieldset>
    </article>
  )
}

/** Matches to judge with one tap each, photo against photo and sign against sign; every verdict can be undone. */
export function JudgeMatches({ report, token }: { report: ReportFeature; token: string }) {
  const { id, updatedAt } = report.properties
  const { loaded, reload } = useLoaded(`${id} ${updatedAt}`, () => getMatches(id, token))
  const [judged, setJudged] = useState<Record<string, Judged>>({})
  const [failure, setFailure] = useState<unknown>()
  if (loaded.state === 'loading') return <p class="hint">{t('app.loading')}</p>
  if (loaded.state === 'failed') return <ErrorNote error={loaded.error} retry={reload} />

  const put = async (match: Match, verdict: Verdict) => {
    setFailure(undefined)
    try {
      await judgeMatch(id, match.report.id, token, verdict)
      return true
    } catch (error) {
      setFailure(error)
      return false
    }
  }
  const judge = async (match: Match, verdict: Verdict) => {
    if (!(await put(match, verdict))) return
    setJudged((now) => ({ ...now, [match.report.id]: { match, verdict } }))
    announce(t(`judge.did.${verdict}`))
  }
  /** A fresh match has no verdict to go back to; "not sure" keeps it in the list. */
  const undo = async (match: Match) => {
    if (!(await put(match, match.state === 'new' ? 'unsure' : match.state))) return
    setJudged(({ [match.report.id]: _, ...rest }) => rest)
  }

  const {
    items: left,
    noneOfThese,
    calibrated,
  } = withoutNamed(report.properties, withoutSightings(id, loaded.value))
  const isNamed = ({ properties }: ReportFeature) => properties.aboutReportId === id
  const items = left.filter(
    (match) => match.band !== 'unlikely' || match.state !== 'new' || isNamed(match.report),
  )
  return (
    <>
      {failure !== undefined && <ErrorNote error={failure} />}
      {items.length === 0 && (
        <p class="hint">{t(report.properties.contact?.email ? 'judge.none' : 'judge.none.withoutMail')}</p>
      )}
      {items.map((match) => (
        <JudgeCard
          calibrated={calibrated}
          key={match.report.id}
          mine={report}
          match={match}
          judged={judged[match.report.id]?.verdict}
          onJudge={(verdict) => judge(match, verdict)}
          onUndo={() => undo(match)}
        />
      ))}
      <NoneOfThese shown={items} noneOfThese={noneOfThese} calibrated={calibrated} />
    </>
  )
}
