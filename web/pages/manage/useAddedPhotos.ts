import { useRef, useState } from 'preact/hooks'
import { uploadPhoto } from '../../client.ts'
import { describeError } from '../../components/ErrorNote.tsx'
import { t } from '../../i18n/index.ts'
import { PhotoError, preparePhoto } from '../../posting/prepare-photo.ts'
import { mayPass } from '../../request.ts'
import { config } from '../../state/config.ts'
import type { Photo } from '../../wire.ts'

type Adding = {
  /** Which of how many is on its way, and how much of it has gone, 0 to 1. */
  sending?: { n: number; of: number; share: number }
  /** Why single files will never go. */
  wrongs: string[]
  /** Why the rest did not go this time. */
  failure?: unknown
}

/** Sends photos to a published report, one after another; what did not go this time goes with the next try. */
export function useAddedPhotos(id: string, token: string, onAdded: (photo: Photo) => void) {
  const [adding, setAdding] = useState<Adding>({ wrongs: [] })
  const unsent = useRef<File[]>([])
  const turn = useRef(Promise.resolve())

  const send = async (chosen: File[]) => {
    const files = [...unsent.current, ...chosen]
    const wrongs: string[] = []
    unsent.current = []
    for (const [index, file] of files.entries()) {
      const tell = (share: number) =>
        setAdding({ sending: { n: index + 1, of: files.length, share }, wrongs })
      tell(0)
      try {
        const { blob } = await preparePhoto(file, config.peek().maxPhotoBytes)
        onAdded((await uploadPhoto(id, token, blob, tell)).photo)
      } catch (error) {
        if (error instanceof PhotoError) wrongs.push(t(`photo.wrong.${error.reason}`, { name: file.name }))
        else if (!mayPass(error)) wrongs.push(`${file.name}: ${describeError(error)}`)
        else {
          unsent.current = files.slice(index)
          setAdding({ wrongs, failure: error })
          return
        }
      }
    }
    setAdding({ wrongs })
  }
  /** More may be chosen while some are on their way: they come after those. */
  const add = (files: File[]) => {
    turn.current = turn.current.then(() => send(files))
  }
  return { ...adding, add, retry: () => add([]) }
}
