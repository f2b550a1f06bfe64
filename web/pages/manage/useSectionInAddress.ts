import { useEffect } from 'preact/hooks'
import { SECTIONS } from './sections.ts'

/** Goes to the part that a link names, as mails do: the browser looked for it before the report had come. */
export function useSectionInAddress() {
  useEffect(() => {
    const section = SECTIONS.find((name) => name === location.hash.slice(1))
    if (!section) return
    document.getElementById(section)?.scrollIntoView()
    document.getElementById(`${section}-title`)?.focus({ preventScroll: true })
  }, [])
}
