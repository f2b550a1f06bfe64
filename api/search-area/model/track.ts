import type { TrackExclusion } from '../../domain/search-words.ts'
import type { Species } from '../../domain/vocabulary.ts'
import { distanceM, type LngLat } from '../../matching/model/geometry.ts'
import { paces, VAGUE_PIN_M } from './parameters.ts'

const HOUR_MS = 3_600_000
/** People remember the hour, not the minute. */
const TIME_ERROR_HOURS = 0.5
/** A loss noticed late or dated wrong: sightings up to this long before it may still be true ones. */
const EARLY_MS = 48 * HOUR_MS
/** Standard deviations of the two pins that a leg may be shorter than it looks. */
const PIN_SIGMAS = 2
/** Chains kept for each last sighting: the best one may be blocked by a later, stronger pair. */
const KEPT_CHAINS = 8
/** Newest first; more than these would be noise, and the work grows with their square. */
const MOST_SIGHTINGS = 60

export type Waypoint = { place: LngLat; sigmaM: number; atMs: number }

export type Sighting = Waypoint & {
  reportId: string
  /** Probability that it is this animal. */
  credibility: number
  isDifferent?: boolean
  inCare?: boolean
}

export type Track<S extends Sighting = Sighting> = {
  /** In order of time; with the start, no two of them need an impossible speed. */
  chain: S[]
  excluded: { sighting: S; reason: TrackExclusion }[]
}

/** Metres that an animal can be away after `hours`: a flight at first, then so much a day. */
export function reachM(species: Species, hours: number): number {
  const { burstKmh, dayKm } = paces[species]
  return 1_000 * Math.min(burstKmh * hours, dayKm * (1 + hours / 24))
}

/** Whether one animal can have been at both, the pins' errors considered. */
export function isFeasibleLeg(species: Species, one: Waypoint, other: Waypoint): boolean {
  const hours = Math.abs(other.atMs - one.atMs) / HOUR_MS + TIME_ERROR_HOURS
  const slackM = PIN_SIGMAS * Math.hypot(one.sigmaM, other.sigmaM)
  return distanceM(one.place, other.place) <= reachM(species, hours) + slackM
}

type Chain<S> = { score: number; members: S[] }

/**
 * The most credible track: by dynamic programming over the last sighting, the chain with the largest expected number
 * of true sightings in which every pair, and each with the start, is feasible.
 */
export function orderTrack<S extends Sighting>(
  species: Species,
  start: Waypoint,
  sightings: readonly S[],
): Track<S> {
  const excluded: Track<S>['excluded'] = []
  const usable: S[] = []
  for (const sighting of sightings) {
    const reason = excludeAlone(species, start, sighting)
    if (reason) excluded.push({ sighting, reason })
    else usable.push(sighting)
  }
  usable.sort((one, other) => one.atMs - other.atMs || (one.reportId < other.reportId ? -1 : 1))
  const chain = findBestChain(species, usable.slice(-MOST_SIGHTINGS))
  const chosen = new Set(chain)
  for (const sighting of usable) {
    if (!chosen.has(sighting)) excluded.push({ sighting, reason: 'impossible_speed' })
  }
  return { chain, excluded }
}

function excludeAlone(species: Species, start: Waypoint, sighting: Sighting): TrackExclusion | undefined {
  if (sighting.isDifferent) return 'judged_different'
  if (sighting.sigmaM > VAGUE_PIN_M) return 'too_vague'
  if (sighting.atMs < start.atMs - EARLY_MS) return 'before_start'
  return isFeasibleLeg(species, start, sighting) ? undefined : 'impossible_speed'
}

function findBestChain<S extends Sighting>(species: Species, inOrder: readonly S[]): S[] {
  const ending: Chain<S>[][] = []
  let best: Chain<S> = { score: 0, members: [] }
  for (const sighting of inOrder) {
    const chains: Chain<S>[] = [{ score: sighting.credibility, members: [sighting] }]
    for (const chain of ending.flat()) {
      if (chain.members.every((member) => isFeasibleLeg(species, member, sighting))) {
        chains.push({ score: chain.score + sighting.credibility, members: [...chain.members, sighting] })
      }
    }
    chains.sort((one, other) => other.score - one.score)
    ending.push(chains.slice(0, KEPT_CHAINS))
    if (chains[0]!.score > best.score) best = chains[0]!
  }
  return best.members
}
