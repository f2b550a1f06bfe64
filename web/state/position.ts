import type { Place } from '../wire.ts'

/** Asks the device where it is. Rejects when the person or the device refuses, or after 15 s. */
export function locate(): Promise<Place> {
  return new Promise((resolve, reject) => {
    if (!('geolocation' in navigator)) {
      reject(new Error('no geolocation'))
      return
    }
    navigator.geolocation.getCurrentPosition(
      ({ coords }) =>
        resolve({ lng: coords.longitude, lat: coords.latitude, accuracyM: Math.round(coords.accuracy) }),
      reject,
      { enableHighAccuracy: true, timeout: 15_000, maximumAge: 60_000 },
    )
  })
}
