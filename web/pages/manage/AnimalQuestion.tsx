import { apartWords } from '../../components/apart.ts'
import { petTitle } from '../../components/kinds.ts'
import { ReportRow } from '../../components/ReportRow.tsx'
import { t } from '../../i18n/index.ts'
import type { ReportFeature } from '../../wire.ts'
import styles from './AnimalSection.module.css'
import type { Question } from './animal-view.ts'
import type { Answer } from './useAnimal.ts'

type Props = { mine: ReportFeature; question: Question; onAnswer: (answer: Answer) => void }

/** One other report to say "the same" or "another" of, with one touch. */
export function AnimalQuestion({ mine, question: { why, report }, onAnswer }: Props) {
  return (
    <article class={`panel ${styles['question']}`} aria-label={petTitle(report.properties)}>
      <fieldset class={styles['answers']}>
        <legend>
          {why === 'picture' ? apartWords('animal.ask.picture', mine, report) : t(`animal.ask.${why}`)}
        </legend>
        <ReportRow report={report} hint={apartWords('animal.away', mine, report)} />
        <div class="row">
          <button type="button" class="button" onClick={() => onAnswer('same')}>
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
