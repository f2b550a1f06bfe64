import { ChevronLeft, ChevronRight, X } from 'lucide-preact'
import { useRef, useState } from 'preact/hooks'
import { t } from '../i18n/index.ts'
import { picturesShown } from '../state/device.ts'
import type { ReportFeature } from '../wire.ts'
import styles from './Gallery.module.css'
import { petTitle } from './kinds.ts'
import { PhotoImage, Picture } from './Picture.tsx'

/** The photos of a report: one large, the others beneath, any of them full-screen. */
export function Gallery({ report }: { report: ReportFeature }) {
  const pet = report.properties
  const { photos } = pet
  const [index, setIndex] = useState(0)
  const [covered, setCovered] = useState(pet.kind === 'found_deceased')
  const dialog = useRef<HTMLDialogElement>(null)
  const title = petTitle(pet)
  const shown = photos[Math.min(index, photos.length - 1)]
  if (!picturesShown.value) return null
  if (!shown) {
    return (
      <div class={styles['gallery']} data-picture>
        <div class={styles['main']}>
          <Picture report={report} eager />
        </div>
        <p class="hint">{t('picture.drawn')}</p>
      </div>
    )
  }
  if (covered) {
    return (
      <div class={styles['main']} data-picture>
        <Picture report={report} />
        <button type="button" class={`button ${styles['uncover']}`} onClick={() => setCovered(false)}>
          {t('report.uncover')}
        </button>
      </div>
    )
  }
  const alt = (n: number) => t('report.photo', { n: n + 1, of: photos.length, title })
  const step = (by: number) => setIndex((index + by + photos.length) % photos.length)
  return (
    <div class={styles['gallery']} data-picture>
      <button
        type="button"
        class={styles['main']}
        aria-label={t('report.openPhoto', { n: index + 1 })}
        onClick={() => dialog.current?.showModal()}
      >
        <PhotoImage key={shown.id} photo={shown} alt={alt(index)} size="full" eager />
      </button>
      {photos.length > 1 && (
        <ul class={styles['strip']}>
          {photos.map((photo, at) => (
            <li key={photo.id}>
              <button
                type="button"
                class={styles['small']}
                aria-pressed={at === index}
                onClick={() => setIndex(at)}
              >
                <PhotoImage photo={photo} alt={alt(at)} size="thumb" />
              </button>
            </li>
          ))}
        </ul>
      )}
      <dialog
        ref={dialog}
        class={styles['full']}
        aria-label={alt(index)}
        onKeyDown={(event) => {
          if (event.key === 'ArrowLeft') step(-1)
          if (event.key === 'ArrowRight') step(1)
        }}
      >
        <img
          src={shown.urls.full}
          alt={alt(index)}
          width={shown.width}
          height={shown.height}
          loading="lazy"
        />
        <button
          type="button"
          class={`round ${styles['close']}`}
          aria-label={t('action.close')}
          onClick={() => dialog.current?.close()}
        >
          <X aria-hidden="true" />
        </button>
        {photos.length > 1 && (
          <>
            <button
              type="button"
              class={`round ${styles['previous']}`}
              aria-label={alt((index + photos.length - 1) % photos.length)}
              onClick={() => step(-1)}
            >
              <ChevronLeft aria-hidden="true" />
            </button>
            <button
              type="button"
              class={`round ${styles['next']}`}
              aria-label={alt((index + 1) % photos.length)}
              onClick={() => step(1)}
            >
              <ChevronRight aria-hidden="true" />
            </button>
          </>
        )}
      </dialog>
    </div>
  )
}
