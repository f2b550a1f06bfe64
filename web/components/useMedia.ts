import { useLayoutEffect, useState } from 'preact/hooks'

/**
 * Whether a media query holds, kept true as the window changes. The server, which knows no window, draws pages as
 * though it did not; so does the first moment here, before anything is shown.
 */
export function useMedia(query: string): boolean {
  const [matches, setMatches] = useState(false)
  useLayoutEffect(() => {
    const list = matchMedia(query)
    const update = () => setMatches(list.matches)
    update()
    list.addEventListener('change', update)
    return () => list.removeEventListener('change', update)
  }, [query])
  return matches
}
