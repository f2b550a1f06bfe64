import type { RefObject } from 'preact'
import { useEffect, useRef, useState } from 'preact/hooks'

type ImageFailure = {
  /** Both belong on the image. */
  image: RefObject<HTMLImageElement | null>
  onError: () => void
  failed: boolean
  /** For another attempt. */
  reset: () => void
}

/** Whether an image did not come: also one that the server drew, which may have failed before the app was there to hear of it. */
export function useImageFailure(): ImageFailure {
  const image = useRef<HTMLImageElement>(null)
  const [failed, setFailed] = useState(false)
  useEffect(() => {
    if (image.current?.complete && image.current.naturalWidth === 0) setFailed(true)
  }, [])
  return { image, onError: () => setFailed(true), failed, reset: () => setFailed(false) }
}
