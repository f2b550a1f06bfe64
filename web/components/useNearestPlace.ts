import { useEffect, useState } from 'preact/hooks'
import { findNearestPlace } from '../client.ts'
import type { NearestPlace, PublicArea } from '../wire.ts'

const WAIT_MS = 250

/** What a report's page will say its public area is near: `null` where it says nothing, undefined until that is known. */
export function useNearestPlace(area: PublicArea | undefined): NearestPlace | null | undefined {
  const [place, setPlace] = useState<NearestPlace | null>()
  useEffect(() => {
    setPlace(undefined)
    if (!area) return
    let wanted = true
    const ask = () =>
      findNearestPlace(area).then(
        (found) => wanted && setPlace(found ?? null),
        () => wanted && setPlace(null),
      )
    // A pin on its way is not asked about at every step.
    const timer = setTimeout(ask, WAIT_MS)
    return () => {
      wanted = false
      clearTimeout(timer)
    }
  }, [area?.lng, area?.lat, area?.radiusM])
  return place
}
