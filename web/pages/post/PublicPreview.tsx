import { Clock, MapPin } from 'lucide-preact'
import { KindBadge } from '../../components/KindBadge.tsx'
import { petTitle } from '../../components/kinds.ts'
import { LongText } from '../../components/LongText.tsx'
import { PetDrawing } from '../../components/PetDrawing.tsx'
import { hasFacts, PetFacts } from '../../components/PetFacts.tsx'
import { useNearPlace } from '../../components/useNearPlace.ts'
import { formatPoint, formatWhen } from '../../i18n/dates.ts'
import { t } from '../../i18n/index.ts'
import type { DraftPhoto } from '../../posting/draft.ts'
import { defaultPrivacy, type FormValues } from '../../posting/form.ts'
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
  const near = useNearPlace(location)
  const privacy = values.locationPrivacy ?? defaultPrivacy(kind)
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
        {location && (
          <div class={styles['line']}>
            <MapPin size={20} aria-hidden="true" />
            <p>
              <strong>{t(privacy === 'exact' ? 'review.exact' : 'privacy.approximate')}</strong>
              <br />
              {privacy === 'approximate' ? t('review.area') : (near ?? formatPoint(location))}
            </p>
            <PrivacyPicture privacy={privacy} />
          </div>
        )}
      </div>
    </article>
  )
}
