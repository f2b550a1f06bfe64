import { distanceBetween } from '../../components/geo.ts'
import { petTitle } from '../../components/kinds.ts'
import { ReportRow } from '../../components/ReportRow.tsx'
import { formatDistance } from '../../i18n/dates.ts'
import { t } from '../../i18n/index.ts'
import type { ReportFeature } from '../../wire.ts'
import styles from './AnimalSection.module.css'
import type { Question } from './animal-view.ts'
import type { Answer } from './useAnimal.ts'

type Props = { mine: ReportFeature; question: Question; onAnswer: (answer: Answer) => void }

/** One other report to say "the same" or "another" of, with one touch. */
export function AnimalQuestion({ mine, question: { why, report }, onAnswer }: Props) {
  const distance = formatDistance(distanceBetween(mine, report))
  return (
    <article class={`panel ${styles['question']}`} aria-label={petTitle(report.properties)}>
      <fieldset class={styles['answers']}>
        <legend>{t(`animal.ask.${why}`, { distance })}</legend>
        <ReportRow report={report} hint={t('animal.away', { distance })} />
        <div class="row">
          <button type="button" class="button primary" onClick={() => onAnswer('same')}>
            {t('animal.same')}
          </button>
          <button type="button" class="button" onClick={() => onAnswer('different')}>
            {t('animal.different')}
          </button>
        </div>
      </fieldset>
    </article>
  )
}
