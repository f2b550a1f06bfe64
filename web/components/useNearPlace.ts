import { useEffect, useState } from 'preact/hooks'
import { distanceM } from '../../api/domain/geo/lng-lat.ts'
import { findPlaceNear } from '../client.ts'
import { t } from '../i18n/index.ts'
import { language } from '../state/device.ts'
import type { FoundPlace, LngLat } from '../wire.ts'
import { wayWords } from './way.ts'

/** Farther off, the name alone would mislead: how far and which way is said with it. */
const NEAR_M = 3000
/** Farther off, it says nothing. */
const FAR_M = 30_000
const WAIT_MS = 250

/** How a spot lies to the place that the server names for it. */
function spotWords(spot: LngLat, place: FoundPlace): string | undefined {
  const farM = distanceM(place, spot)
  if (farM > FAR_M) return
  const way = farM > NEAR_M && wayWords(place, spot)
  return way
    ? t('place.from', { place: place.name, way })
    : [place.name, place.detail].filter(Boolean).join(', ')
}

/**
 * What people call a spot ("Arbat, metro, Moscow", "12 km to the north of Tula"); nothing before the server has said it
 * or where no name is near.
 */
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
          if (wanted && found) setName(spotWords(place, found))
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
