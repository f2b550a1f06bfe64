import { Camera, ImageOff, LoaderCircle, ShieldCheck, Star, X } from 'lucide-preact'
import { useEffect, useRef, useState } from 'preact/hooks'
import { WrongNote } from '../../components/WrongNote.tsx'
import { t } from '../../i18n/index.ts'
import { changeDraft, type DraftPhoto, draft, type Side } from '../../posting/draft.ts'
import { PhotoError, preparePhoto, readOffer } from '../../posting/prepare-photo.ts'
import { announce } from '../../state/announce.ts'
import { config } from '../../state/config.ts'
import { picturesShown } from '../../state/device.ts'
import { OfferNote } from './OfferNote.tsx'
import styles from './PhotoStep.module.css'

/** An object URL for as long as the component shows it. */
export function useBlobUrl(blob: Blob): string | undefined {
  const [url, setUrl] = useState<string>()
  useEffect(() => {
    const made = URL.createObjectURL(blob)
    setUrl(made)
    return () => URL.revokeObjectURL(made)
  }, [blob])
  return url
}

function Thumb({ photo, index }: { photo: DraftPhoto; index: number }) {
  const url = useBlobUrl(photo.blob)
  const n = index + 1
  const others = draft.value.photos.filter(({ id }) => id !== photo.id)
  return (
    <li class={styles['thumb']}>
      {!picturesShown.value && <p class={styles['named']}>{t('photo.alt', { n })}</p>}
      {photo.shown ? (
        <img src={url} alt={t('photo.alt', { n })} width="320" height="240" />
      ) : (
        <p class={styles['unseen']}>
          <ImageOff aria-hidden="true" />
          {t('photo.noPreview')}
        </p>
      )}
      <button
        type="button"
        class={`round ${styles['remove']}`}
        aria-label={t('photo.remove', { n })}
        onClick={() => changeDraft({ photos: others })}
      >
        <X size={20} aria-hidden="true" />
      </button>
      {index === 0 && others.length > 0 && <span class={styles['first']}>{t('photo.isFirst')}</span>}
      {index > 0 && (
        <button
          type="button"
          class={`round ${styles['makeFirst']}`}
          aria-label={t('photo.first', { n })}
          onClick={() => changeDraft({ photos: [photo, ...others] })}
        >
          <Star size={20} aria-hidden="true" />
        </button>
      )}
    </li>
  )
}

export function PhotoStep({ side }: { side: Side }) {
  const input = useRef<HTMLInputElement>(null)
  const [busy, setBusy] = useState(false)
  const [wrongs, setWrongs] = useState<string[]>([])
  const { photos } = draft.value
  const { maxPhotos, maxPhotoBytes } = config.value
  const room = maxPhotos - photos.length

  const add = async (files: File[]) => {
    setBusy(true)
    announce(t('photo.preparing'))
    const faults: string[] = []
    for (const file of files.slice(0, room)) {
      try {
        const offer = await readOffer(file, Date.now())
        const photo = await preparePhoto(file, maxPhotoBytes)
        const now = draft.peek()
        changeDraft({ photos: [...now.photos, photo], offer: { ...offer, ...dropEmpty(now.offer) } })
      } catch (error) {
        const reason = error instanceof PhotoError ? error.reason : 'broken'
        faults.push(t(`photo.wrong.${reason}`, { name: file.name }))
      }
    }
    setWrongs(faults)
    setBusy(false)
    // A refusal is an alert of its own.
    const n = Math.min(files.length, room) - faults.length
    announce(n > 0 ? t('photo.ready', { n }) : '')
  }

  return (
    <>
      <p>{t(side === 'lost' ? 'photo.lead.lost' : 'photo.lead.found')}</p>
      {photos.length > 0 && (
        <ul class={styles['thumbs']}>
          {photos.map((photo, index) => (
            <Thumb key={photo.id} photo={photo} index={index} />
          ))}
        </ul>
      )}
      <div class={styles['wrongs']} role="alert">
        {wrongs.map((wrong) => (
          <WrongNote key={wrong} words={wrong} />
        ))}
      </div>
      <OfferNote />
      {room > 0 && (
        <label
          class={`takes-file ${styles['add']}`}
          data-small={photos.length > 0}
          onDragOver={(event) => event.preventDefault()}
          onDrop={(event) => {
            event.preventDefault()
            void add([...(event.dataTransfer?.files ?? [])])
          }}
        >
          <input
            ref={input}
            type="file"
            accept="image/*,.heic,.heif"
            multiple
            data-field="photos"
            onChange={(event) => {
              const files = [...(event.currentTarget.files ?? [])]
              event.currentTarget.value = ''
              if (files.length > 0) void add(files)
            }}
          />
          {busy ? (
            <LoaderCircle size={34} aria-hidden="true" class={styles['turning']!} />
          ) : (
            <Camera size={34} aria-hidden="true" />
          )}
          <strong>{t(busy ? 'photo.preparing' : photos.length > 0 ? 'photo.addMore' : 'photo.add')}</strong>
          {photos.length > 0 ? (
            <span class="hint">{t('photo.count', { n: photos.length, of: maxPhotos })}</span>
          ) : (
            <span class={`hint ${styles['drop']}`}>{t('photo.drop')}</span>
          )}
        </label>
      )}
      <p class={styles['private']}>
        <ShieldCheck size={20} aria-hidden="true" />
        {t('photo.private')}
      </p>
    </>
  )
}

/** An earlier photo's offer stands; only what it did not say is filled in. */
function dropEmpty<T extends object>(offer: T): Partial<T> {
  return Object.fromEntries(Object.entries(offer).filter(([, value]) => value !== undefined)) as Partial<T>
}
