import { useEffect, useState } from 'preact/hooks'

/** The key stands in the fragment and stays there: it is kept nowhere else. "Skip" takes its place. */
function readKey(): string | undefined {
  const fragment = location.hash.slice(1)
  return fragment && fragment !== 'content' ? decodeURIComponent(fragment) : undefined
}

/** The key of a link that came by mail. */
export function useFragmentKey(): string | undefined {
  const [key, setKey] = useState(readKey)
  useEffect(() => {
    // The right link pasted over a wrong one changes the fragment only.
    const read = () => setKey((now) => readKey() ?? now)
    addEventListener('hashchange', read)
    return () => removeEventListener('hashchange', read)
  }, [])
  return key
}
