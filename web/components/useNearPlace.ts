import { useEffect, useState } from 'preact/hooks'
import { distanceM } from '../../api/domain/geo/lng-lat.ts'
import { findPlaceNear } from '../client.ts'
import { language } from '../state/device.ts'
import type { LngLat } from '../wire.ts'

/** Farther off, a name would mislead. */
const NEAR_M = 3000
const WAIT_MS = 250

/** What people call a spot ("Arbat, metro, Moscow"); nothing before the server has said it or where no name is near. */
export function useNearPlace(place: LngLat | undefined): string | undefined {
  const [name, setName] = useState<string>()
  const spoken = language.value
  useEffect(() => {
    setName(undefined)
    if (!place) return
    let wanted = true
    const ask = () =>
      findPlaceNear(place, spoken).then(
        (found) => {
          if (!wanted || !found || distanceM(place, found) > NEAR_M) return
          setName([found.name, found.detail].filter(Boolean).join(', '))
        },
        // The map and the coordinates say it too.
        () => undefined,
      )
    // A pin on its way is not asked about at every step.
    const timer = setTimeout(ask, WAIT_MS)
    return () => {
      wanted = false
      clearTimeout(timer)
    }
  }, [place?.lng, place?.lat, spoken])
  return name
}
