import { useEffect, useState } from 'preact/hooks'
import { getReport } from '../../client.ts'
import { useLoaded } from '../../components/useLoaded.ts'
import { rememberMine, tokenOf } from '../../posting/mine.ts'

/** The key from the fragment, which is taken out of the address at once: it must not be seen, shared or logged. */
function takeToken(): string | undefined {
  const token = location.hash.slice(1)
  if (!token) return undefined
  history.replaceState(history.state, '', location.pathname + location.search)
  return decodeURIComponent(token)
}

/** The author's own view of a report, by the link's key or the one kept on this device. */
export function useManaged(id: string) {
  const [token] = useState(() => takeToken() ?? tokenOf(id))
  const [kept, setKept] = useState(true)
  const managed = useLoaded(`${id} ${token}`, () => getReport(id, token))
  const { loaded } = managed
  useEffect(() => {
    if (loaded.state === 'ready' && loaded.value.properties.mine && token)
      setKept(rememberMine(loaded.value, token))
  }, [loaded.state])
  return { ...managed, token, kept }
}
