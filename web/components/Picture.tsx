import { useEffect, useState } from 'preact/hooks'
import { thumbHashToDataURL } from 'thumbhash'
import { largePhotoSources } from '../../api/domain/photo-sizes.ts'
import { t } from '../i18n/index.ts'
import { picturesShown } from '../state/device.ts'
import type { Photo, ReportFeature } from '../wire.ts'
import { petTitle } from './kinds.ts'
import styles from './Picture.module.css'
import { ReportDrawing } from './ReportDrawing.tsx'
import { useImageFailure } from './useImageFailure.ts'
import { whenIdle } from './when-idle.ts'

function placeholder(thumbHash: string): string | undefined {
  try {
    const bytes = Uint8Array.from(atob(thumbHash), (char) => char.charCodeAt(0))
    return `url(${thumbHashToDataURL(bytes)})`
  } catch {
    return undefined
  }
}

/** The colours of a photo that is not to be seen, under its name. */
function BlurredPhoto({ photo, label }: { photo: Photo; label: string }) {
  const [ground, setGround] = useState<string>()
  useEffect(() => setGround(placeholder(photo.thumbHash)), [photo.thumbHash])
  return (
    <div
      class={styles['photo']}
      role="img"
      aria-label={label}
      style={ground ? { backgroundImage: ground } : {}}
    />
  )
}

type PhotoProps = { photo: Photo; alt: string; size: 'thumb' | 'card' | 'full'; eager?: boolean }

/** One photo over its blurred placeholder, which stays where the photo does not come; the box has its measure before. */
export function PhotoImage({ photo, alt, size, eager = false }: PhotoProps) {
  const { image, onError, failed, reset } = useImageFailure()
  const [ground, setGround] = useState<string>()
  // Thirty of these at once would hold up a cheap phone; most photos are there before their turn comes.
  useEffect(
    () => whenIdle(() => image.current?.complete || setGround(placeholder(photo.thumbHash))),
    [photo.thumbHash],
  )
  useEffect(() => {
    if (!failed) return
    addEventListener('online', reset)
    return () => removeEventListener('online', reset)
  }, [failed])
  if (failed) return <BlurredPhoto photo={photo} label={alt} />
  return (
    <img
      ref={image}
      class={styles['photo']}
      {...(size === 'full' ? largePhotoSources(photo) : {})}
      src={photo.urls[size]}
      alt={alt}
      width={photo.width}
      height={photo.height}
      loading={eager ? 'eager' : 'lazy'}
      decoding="async"
      {...(eager ? { fetchPriority: 'high' } : {})}
      style={ground ? { backgroundImage: ground } : {}}
      onError={onError}
    />
  )
}

type Props = { report: ReportFeature; size?: 'thumb' | 'card' | 'full'; eager?: boolean }

/** The report's first photo, or a drawing made from its description. */
export function Picture({ report, size = 'card', eager = false }: Props) {
  const pet = report.properties
  const photo = pet.photos[0]
  if (!picturesShown.value) return null
  return (
    <div class={styles['frame']} data-picture>
      {photo && pet.kind === 'found_deceased' ? (
        // Nobody meets the photo of a dead animal unasked: its report shows it on request.
        <BlurredPhoto photo={photo} label={t('card.covered')} />
      ) : photo ? (
        <PhotoImage photo={photo} alt={t('card.photo', { title: petTitle(pet) })} size={size} eager={eager} />
      ) : (
        <ReportDrawing pet={pet} eager={eager} />
      )}
    </div>
  )
}
