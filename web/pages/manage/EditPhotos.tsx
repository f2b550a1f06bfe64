import { Camera, X } from 'lucide-preact'
import { useRef, useState } from 'preact/hooks'
import { deletePhoto } from '../../client.ts'
import { ErrorNote } from '../../components/ErrorNote.tsx'
import { petTitle } from '../../components/kinds.ts'
import { PhotoImage } from '../../components/Picture.tsx'
import { UploadBar } from '../../components/UploadBar.tsx'
import { useFocusAfter } from '../../components/useFocusAfter.ts'
import { WrongNote } from '../../components/WrongNote.tsx'
import { t } from '../../i18n/index.ts'
import { config } from '../../state/config.ts'
import type { Photo, ReportFeature } from '../../wire.ts'
import styles from './EditPhotos.module.css'
import { SureNote } from './SureNote.tsx'
import { useAddedPhotos } from './useAddedPhotos.ts'

type Props = { report: ReportFeature; token: string; onChange: (report: ReportFeature) => void }

/** The photos of a published report: each change is made at once, and deleting one asks first. */
export function EditPhotos({ report, token, onChange }: Props) {
  const { id, photos } = report.properties
  const latest = useRef(report)
  latest.current = report
  const change = (turn: (photos: Photo[]) => Photo[]) => {
    const { properties } = latest.current
    latest.current = { ...latest.current, properties: { ...properties, photos: turn(properties.photos) } }
    onChange(latest.current)
  }
  const { sending, wrongs, failure, add, retry } = useAddedPhotos(id, token, (photo) =>
    change((now) => [...now, photo]),
  )
  const deleting = useDeleting(id, token, (gone) => change((now) => now.filter((photo) => photo.id !== gone)))
  const title = useFocusAfter<HTMLLegendElement>(deleting.turns)
  const sendRest = () => {
    title.current?.focus()
    retry()
  }
  const room = config.value.maxPhotos - photos.length
  const words = sending && t('send.photo', { n: sending.n, of: sending.of })
  return (
    <fieldset class="field">
      <legend ref={title} tabIndex={-1}>
        {t('edit.photos')}
      </legend>
      <ul class={styles['photos']}>
        {photos.map((photo, index) => (
          <li key={photo.id} class={styles['photo']} data-chosen={photo.id === deleting.asked}>
            <PhotoImage
              photo={photo}
              alt={t('card.photo', { title: petTitle(report.properties) })}
              size="thumb"
            />
            <button
              type="button"
              class={`round ${styles['remove']}`}
              disabled={deleting.busy}
              aria-label={t('edit.photo.remove', { n: index + 1 })}
              onClick={() => deleting.ask(photo.id)}
            >
              <X size={20} aria-hidden="true" />
            </button>
          </li>
        ))}
      </ul>
      {deleting.asked && (
        <SureNote
          question={t('edit.photo.sure', { n: photos.findIndex((photo) => photo.id === deleting.asked) + 1 })}
          busy={deleting.busy}
          onYes={deleting.remove}
          onCancel={deleting.cancel}
        />
      )}
      {deleting.failure !== undefined && <ErrorNote error={deleting.failure} />}
      {words && <UploadBar words={words} share={sending.share} />}
      <div role="status">{words}</div>
      {room > 0 && (
        <label class="button takes-file">
          <Camera size={20} aria-hidden="true" />
          {t('edit.photo.add')}
          <input
            type="file"
            accept="image/*,.heic,.heif"
            multiple
            onChange={(event) => {
              const files = [...(event.currentTarget.files ?? [])]
              event.currentTarget.value = ''
              add(files.slice(0, room))
            }}
          />
        </label>
      )}
      <div role="alert">
        {wrongs.map((wrong) => (
          <WrongNote key={wrong} words={wrong} />
        ))}
      </div>
      {failure !== undefined && <ErrorNote error={failure} retry={sendRest} />}
    </fieldset>
  )
}

/** A photo that is asked about before it goes for good; `turns` grows each time that the question is gone again. */
function useDeleting(id: string, token: string, onDeleted: (photoId: string) => void) {
  const [asked, setAsked] = useState<string>()
  const [busy, setBusy] = useState(false)
  const [failure, setFailure] = useState<unknown>()
  const [turns, setTurns] = useState(0)
  const end = () => {
    setAsked(undefined)
    setTurns((now) => now + 1)
  }
  const ask = (photoId: string) => {
    setFailure(undefined)
    setAsked(photoId)
  }
  const remove = async () => {
    if (!asked) return
    setBusy(true)
    setFailure(undefined)
    try {
      await deletePhoto(id, token, asked)
      onDeleted(asked)
      end()
    } catch (error) {
      setFailure(error)
    }
    setBusy(false)
  }
  return { asked, busy, failure, turns, ask, remove, cancel: end }
}
