import { useEffect, useState } from 'preact/hooks'
import { getReport } from '../../client.ts'
import { useLoaded } from '../../components/useLoaded.ts'
import { rememberMine, tokenOf } from '../../posting/mine.ts'
import { SECTIONS } from './sections.ts'

/** Fragments that lead to a part of the page. */
const NOT_KEYS: readonly string[] = [...SECTIONS, 'content']

/** The key from the fragment, which is taken out of the address at once: it must not be seen, shared or logged. */
function takeToken(): string | undefined {
  const token = location.hash.slice(1)
  if (!token || NOT_KEYS.includes(token)) return undefined
  history.replaceState(history.state, '', location.pathname + location.search)
  return decodeURIComponent(token)
}

/** The author's own view of a report, by the link's key or the one kept on this device. */
export function useManaged(id: string) {
  const [token, setToken] = useState(() => takeToken() ?? tokenOf(id))
  useEffect(() => {
    // The right link pasted over a wrong one changes the fragment only.
    const take = () => setToken((now) => takeToken() ?? now)
    addEventListener('hashchange', take)
    return () => removeEventListener('hashchange', take)
  }, [])
  const [kept, setKept] = useState(true)
  const managed = useLoaded(`${id} ${token}`, () => getReport(id, token))
  const { loaded } = managed
  useEffect(() => {
    if (loaded.state === 'ready' && loaded.value.properties.mine && token)
      setKept(rememberMine(loaded.value, token))
  }, [loaded.state])
  return { ...managed, token, kept }
}
