import { Clock, MapPin } from 'lucide-preact'
import { KindBadge } from '../../components/KindBadge.tsx'
import { petTitle } from '../../components/kinds.ts'
import { LongText } from '../../components/LongText.tsx'
import { PetDrawing } from '../../components/PetDrawing.tsx'
import { hasFacts, PetFacts } from '../../components/PetFacts.tsx'
import { PublicPlaceWords } from '../../components/PublicPlaceWords.tsx'
import { useNearestPlace } from '../../components/useNearestPlace.ts'
import { formatWhen } from '../../i18n/dates.ts'
import { t } from '../../i18n/index.ts'
import type { DraftPhoto } from '../../posting/draft.ts'
import { type FormValues, privacyOf } from '../../posting/form.ts'
import { usePublicArea } from '../../posting/usePublicArea.ts'
import { nowMs } from '../../state/clock.ts'
import { useBlobUrl } from './PhotoStep.tsx'
import { PrivacyPicture } from './PrivacyPicture.tsx'
import styles from './PublicPreview.module.css'

function Shown({ photo, index }: { photo: DraftPhoto; index: number }) {
  const url = useBlobUrl(photo.blob)
  return photo.shown ? (
    <img src={url} alt={t('photo.alt', { n: index + 1 })} width="640" height="480" />
  ) : null
}

/** The post as a stranger will see it: no contact, no numbers, no sealed marks, the place as exact as chosen. */
export function PublicPreview({ values, photos }: { values: FormValues; photos: readonly DraftPhoto[] }) {
  const { kind, species, location, occurredAt } = values
  const privacy = privacyOf(values)
  const area = usePublicArea(location, privacy)
  const nearestPlace = useNearestPlace(area)
  const pet = {
    ...values,
    marks: values.marks.filter(({ visibility }) => visibility !== 'sealed'),
    chipped:
      Boolean(values.brand?.trim()) || Boolean(values.microchip?.trim() && values.microchip !== 'none'),
  }
  return (
    <article class={styles['preview']}>
      <div class={styles['photos']} data-picture data-many={photos.length > 1}>
        {photos.map((photo, index) => (
          <Shown key={photo.id} photo={photo} index={index} />
        ))}
        {photos.length === 0 && species && (
          <PetDrawing look={{ ...pet, species }} label={t('card.noPhoto')} />
        )}
      </div>
      <div class={styles['words']}>
        {kind && species && (
          <>
            <KindBadge kind={kind} species={species} sex={values.sex} />
            <h3>{petTitle({ name: values.name?.trim() || undefined, species, sex: values.sex })}</h3>
          </>
        )}
        {values.description?.trim() && <LongText text={values.description.trim()} />}
        {hasFacts(pet) && <PetFacts pet={pet} />}
        {occurredAt && (
          <p class={styles['line']}>
            <Clock size={20} aria-hidden="true" />
            {formatWhen(occurredAt, nowMs.value)}
          </p>
        )}
        {area && (
          <div class={styles['line']}>
            <MapPin size={20} aria-hidden="true" />
            <p>
              <PublicPlaceWords
                pet={{ publicRadiusM: area.radiusM, nearestPlace: nearestPlace ?? undefined }}
              />
              {privacy === 'approximate' && (
                <>
                  <br />
                  <span class="hint">{t('review.hiddenPoint')}</span>
                </>
              )}
            </p>
            <PrivacyPicture area={area.radiusM > 0} />
          </div>
        )}
      </div>
    </article>
  )
}
