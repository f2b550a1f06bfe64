import { House } from 'lucide-preact'
import { ReportRow } from '../../components/ReportRow.tsx'
import { t } from '../../i18n/index.ts'
import type { ReportFeature } from '../../wire.ts'
import type { AnimalParts } from './animal-view.ts'
import type { AnimalState } from './useAnimal.ts'

type Props = { report: ReportFeature; offers: AnimalParts['offers']; state: AnimalState }

/** Another report of the animal was closed: perhaps this search is over too, and nobody has told its author yet. */
export function ClosureOffers({ report, offers, state }: Props) {
  const open = offers.filter((offer) => !state.judged.some((one) => one.report.id === offer.report.id))
  return (
    <>
      {open.map((offer) => (
        <article key={offer.report.id} class="note" aria-labelledby={`offer-${offer.report.id}`}>
          <House aria-hidden="true" />
          <div class="stack">
            <p>
              <strong id={`offer-${offer.report.id}`}>
                {t('animal.home', { how: t(`resolution.${offer.resolution}`) })}
              </strong>
            </p>
            <ReportRow report={offer.report} />
            <p class="row">
              <a class="button primary" href="#close">
                {t('animal.home.yes')}
              </a>
              <button
                type="button"
                class="button"
                onClick={() => state.judge(report, offer.report, 'different', 'same')}
              >
                {t('animal.home.no')}
              </button>
            </p>
          </div>
        </article>
      ))}
    </>
  )
}
