import { CheckCircle2, MapPinned } from 'lucide-preact'
import { formatWhen } from '../../i18n/dates.ts'
import { t } from '../../i18n/index.ts'
import { changeValues, draft } from '../../posting/draft.ts'
import { nowMs } from '../../state/clock.ts'

/** The place and the time that the photo itself remembers: one touch each, and never by itself. */
export function OfferNote() {
  const { offer, values } = draft.value
  const { place, takenAt } = offer
  if (!place && !takenAt) return null
  const placeUsed = place !== undefined && values.location === place
  const timeUsed = takenAt !== undefined && values.occurredAt === takenAt
  const used = (what: 'place' | 'time') => (
    <span class="row">
      <CheckCircle2 size={20} aria-hidden="true" />
      {t(`offer.used.${what}`)}
    </span>
  )
  return (
    <section class="note" aria-labelledby="offer-title">
      <MapPinned aria-hidden="true" />
      <div class="stack">
        <h2 id="offer-title">{t('offer.title')}</h2>
        <p class="hint">{t('offer.hint')}</p>
        <div class="row" role="status">
          {place &&
            (placeUsed ? (
              used('place')
            ) : (
              <button
                type="button"
                class="button"
                onClick={() => changeValues({ location: place, placeName: undefined })}
              >
                {t('offer.place')}
              </button>
            ))}
          {takenAt &&
            (timeUsed ? (
              used('time')
            ) : (
              <button type="button" class="button" onClick={() => changeValues({ occurredAt: takenAt })}>
                {t('offer.time', { when: formatWhen(takenAt, nowMs.value) })}
              </button>
            ))}
        </div>
      </div>
    </section>
  )
}
