import { CheckCircle2, MapPinned } from 'lucide-preact'
import { formatWhen } from '../../i18n/dates.ts'
import { t } from '../../i18n/index.ts'
import { changeValues, draft } from '../../posting/draft.ts'
import { nowMs } from '../../state/clock.ts'

/** Whether the form says what the photo remembers; nothing is left to offer then. */
function isUsed() {
  const { offer, values } = draft.value
  const { place, takenAt } = offer
  return (!place || values.location === place) && (!takenAt || values.occurredAt === takenAt)
}

/** The place and the time that the photo itself remembers: taken over with one touch, and never by itself. */
export function OfferNote() {
  const { place, takenAt } = draft.value.offer
  if (!place && !takenAt) return null
  const what = place && takenAt ? 'both' : place ? 'place' : 'time'
  const take = () =>
    changeValues({
      ...(place ? { location: place, placeName: undefined, placeFrom: 'photo' as const } : {}),
      ...(takenAt ? { occurredAt: takenAt } : {}),
    })
  return (
    <section class="note" aria-labelledby="offer-title">
      <MapPinned aria-hidden="true" />
      <div class="stack">
        <h2 id="offer-title">{t('offer.title')}</h2>
        <div class="stack" role="status">
          {isUsed() ? (
            <p class="row">
              <CheckCircle2 size={20} aria-hidden="true" />
              {t('offer.used')}
            </p>
          ) : (
            <>
              <p class="hint">
                {takenAt && t('offer.taken', { when: formatWhen(takenAt, nowMs.value) })}{' '}
                {t(`offer.hint.${what}`)}
              </p>
              <p>
                <button type="button" class="button" onClick={take}>
                  {t(`offer.${what}`)}
                </button>
              </p>
            </>
          )}
        </div>
      </div>
    </section>
  )
}
