import { ErrorNote } from '../../components/ErrorNote.tsx'
import { petTitle } from '../../components/kinds.ts'
import { NoneOfThese } from '../../components/NoneOfThese.tsx'
import { percent } from '../../components/percent.ts'
import { useFocusAfter } from '../../components/useFocusAfter.ts'
import { t } from '../../i18n/index.ts'
import type { Match, ReportFeature } from '../../wire.ts'
import { Comparison } from './Comparison.tsx'
import styles from './JudgeMatches.module.css'
import type { Incoming } from './useIncoming.ts'
import type { MatchVerdicts } from './useMatchVerdicts.ts'
import { listMatches } from './waiting.ts'

const VERDICTS = ['same', 'unsure', 'different'] as const

type CardProps = {
  mine: ReportFeature
  match: Match
  /** Enough verdicts stand behind the percentages to show them. */
  calibrated: boolean
  verdicts: MatchVerdicts
}

function JudgeCard({ mine, match, calibrated, verdicts }: CardProps) {
  const judged = verdicts.saidNow(match)
  const focused = useFocusAfter<HTMLButtonElement>(verdicts.turnsOf(match))
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
            <button ref={focused} type="button" class="button" onClick={() => verdicts.undo(match)}>
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
        {VERDICTS.map((verdict, index) => (
          <button
            key={verdict}
            ref={index === 0 ? focused : null}
            type="button"
            class={`button ${state === verdict ? 'primary' : ''}`}
            aria-pressed={state === verdict}
            onClick={() => verdicts.judge(match, verdict)}
          >
            {t(`judge.${verdict}`)}
          </button>
        ))}
      </fieldset>
    </article>
  )
}

type Props = { report: ReportFeature; matches: Incoming['matches']; verdicts: MatchVerdicts }

/** Matches to judge with one tap each, photo against photo and sign against sign; every verdict can be undone. */
export function JudgeMatches({ report, matches: { loaded, reload }, verdicts }: Props) {
  if (loaded.state === 'loading') return <p class="hint">{t('app.loading')}</p>
  if (loaded.state === 'failed') return <ErrorNote error={loaded.error} retry={reload} />
  const { items, noneOfThese, calibrated } = listMatches(report, loaded.value)
  return (
    <>
      {verdicts.failure !== undefined && <ErrorNote error={verdicts.failure} />}
      {items.length === 0 && (
        <p class="hint">{t(report.properties.contact?.email ? 'judge.none' : 'judge.none.withoutMail')}</p>
      )}
      {items.map((match) => (
        <JudgeCard
          key={match.report.id}
          mine={report}
          match={match}
          calibrated={calibrated}
          verdicts={verdicts}
        />
      ))}
      <NoneOfThese shown={items} noneOfThese={noneOfThese} calibrated={calibrated} />
    </>
  )
}
