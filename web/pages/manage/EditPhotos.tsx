import { Camera, X } from 'lucide-preact'
import { useState } from 'preact/hooks'
import { deletePhoto, getReport, uploadPhoto } from '../../client.ts'
import { ErrorNote } from '../../components/ErrorNote.tsx'
import { petTitle } from '../../components/kinds.ts'
import { PhotoImage } from '../../components/Picture.tsx'
import { useFocusAfter } from '../../components/useFocusAfter.ts'
import { WrongNote } from '../../components/WrongNote.tsx'
import { t } from '../../i18n/index.ts'
import { PhotoError, preparePhoto } from '../../posting/prepare-photo.ts'
import { config } from '../../state/config.ts'
import type { ReportFeature } from '../../wire.ts'
import styles from './EditPhotos.module.css'

type Props = { report: ReportFeature; token: string; onChange: (report: ReportFeature) => void }

/** The photos of a published report: each change is made at once. */
export function EditPhotos({ report, token, onChange }: Props) {
  const pet = report.properties
  const [busy, setBusy] = useState(false)
  const [wrong, setWrong] = useState<string>()
  const [failure, setFailure] = useState<unknown>()
  const [turns, setTurns] = useState(0)
  const title = useFocusAfter<HTMLLegendElement>(turns)
  const run = async (work: () => Promise<unknown>) => {
    setBusy(true)
    setWrong(undefined)
    setFailure(undefined)
    try {
      await work()
      onChange(await getReport(pet.id, token))
    } catch (error) {
      setFailure(error)
    }
    setBusy(false)
    setTurns((now) => now + 1)
  }
  const add = (file: File) =>
    run(async () => {
      const photo = await preparePhoto(file, config.peek().maxPhotoBytes).catch((error: unknown) => {
        if (!(error instanceof PhotoError)) throw error
        setWrong(t(`photo.wrong.${error.reason}`, { name: file.name }))
      })
      if (photo) await uploadPhoto(pet.id, token, photo.blob, () => undefined)
    })
  return (
    <fieldset class="field">
      <legend ref={title} tabIndex={-1}>
        {t('edit.photos')}
      </legend>
      <ul class={styles['photos']}>
        {pet.photos.map((photo, index) => (
          <li key={photo.id} class={styles['photo']}>
            <PhotoImage photo={photo} alt={t('card.photo', { title: petTitle(pet) })} size="thumb" />
            <button
              type="button"
              class={styles['remove']}
              disabled={busy}
              aria-label={t('edit.photo.remove', { n: index + 1 })}
              onClick={() => run(() => deletePhoto(pet.id, token, photo.id))}
            >
              <X size={20} aria-hidden="true" />
            </button>
          </li>
        ))}
      </ul>
      {pet.photos.length < config.value.maxPhotos && (
        <label class={`button ${styles['add']}`} aria-disabled={busy}>
          <Camera size={20} aria-hidden="true" />
          {t(busy ? 'edit.photo.sending' : 'edit.photo.add')}
          <input
            type="file"
            accept="image/*,.heic,.heif"
            disabled={busy}
            onChange={(event) => {
              const file = event.currentTarget.files?.[0]
              event.currentTarget.value = ''
              if (file) void add(file)
            }}
          />
        </label>
      )}
      <div role="alert">{wrong && <WrongNote words={wrong} />}</div>
      {failure !== undefined && <ErrorNote error={failure} />}
    </fieldset>
  )
}
