import type { Access, SearchAdvice } from '../../domain/search-words.ts'
import type { Kind, Species } from '../../domain/vocabulary.ts'
import { defaultParameters } from '../../matching/model/parameters.ts'
import { kernelOf } from '../../matching/model/species.ts'
import { adviseSearch } from './advice.ts'
import { type Area, computeAreas } from './areas.ts'
import { chooseFirstPlaces, type FirstPlace } from './look-first.ts'
import type { Centre, SearchedGround } from './mixture.ts'
import { recentre } from './recentre.ts'
import { spreadKernel } from './rings.ts'
import { orderTrack, type Sighting, type Track, type Waypoint } from './track.ts'

/** Ground reported as searched, with the moment. */
export type SearchReport = Omit<SearchedGround, 'hoursAgo'> & { atMs: number }

export type SearchCase = {
  kind: Kind
  species: Species
  access: Access
  ownerIsKnown: boolean
  start: Waypoint
  sightings: readonly Sighting[]
  searched: readonly SearchReport[]
  nowMs: number
}

export type SearchArea = {
  areas: Area[]
  firstPlaces: FirstPlace[]
  track: Track
  advice: SearchAdvice[]
}

const HOUR_MS = 3_600_000

/**
 * Where to look now. For an animal out there, the search model round its newest credible place; for one in care, the
 * match kernel round where it was found: there its home is, and there to ask.
 */
export function computeSearchArea(search: SearchCase): SearchArea {
  const { kind, species, access, ownerIsKnown, start, nowMs } = search
  const track = orderTrack(species, start, search.sightings)
  const isOut = kind === 'lost' || kind === 'sighting'
  const centres = isOut
    ? recentre({ species, access }, start, track, nowMs)
    : [whereItCameFrom(species, start)]
  const searched = search.searched.map(({ atMs, ...circle }) => ({
    ...circle,
    hoursAgo: (nowMs - atMs) / HOUR_MS,
  }))
  const newest = track.chain.at(-1)
  const hoursSince = (word: Waypoint) => Math.max(0, nowMs - word.atMs) / HOUR_MS
  return {
    areas: computeAreas(centres, searched),
    firstPlaces: isOut ? chooseFirstPlaces(start, track, centres, searched) : [],
    track,
    advice: adviseSearch({
      kind,
      species,
      access,
      ownerIsKnown,
      hoursAway: hoursSince(start),
      hoursSinceSighting: newest && hoursSince(newest),
      inCare: track.chain.some((sighting) => sighting.inCare),
    }),
  }
}

function whereItCameFrom(species: Species, found: Waypoint): Centre {
  const kernel = defaultParameters.kernel[kernelOf(species)]
  return { place: found.place, weight: 1, spread: spreadKernel(kernel, 1, found.sigmaM ** 2) }
}
