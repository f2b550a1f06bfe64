import type { Sighting, Waypoint } from '../../../api/search-area/model/track.ts'

export const HOUR = 3_600_000

export const start: Waypoint = { place: { lng: 37.62, lat: 55.75 }, sigmaM: 30, atMs: 0 }

/** Seen so far east of the start, so long after it. */
export const seen = (
  reportId: string,
  eastM: number,
  hours: number,
  over: Partial<Sighting> = {},
): Sighting => ({
  reportId,
  place: { lng: 37.62 + eastM / 62_640, lat: 55.75 },
  sigmaM: 30,
  atMs: hours * HOUR,
  credibility: 0.7,
  ...over,
})
