import { readStored, writeStored } from '../../state/device.ts'

/** That this device's person is on the way to a sighting; the author needs no token to take it back. */
export type OwnWalk = { token?: string | undefined; until: string }

const keyOf = (sightingId: string) => `walk:${sightingId}`

/** Nothing once it has ended; `nowMs` is the time now. */
export function readOwnWalk(sightingId: string, nowMs: number): OwnWalk | undefined {
  try {
    const walk: OwnWalk | null = JSON.parse(readStored(keyOf(sightingId)) ?? 'null')
    return walk && Date.parse(walk.until) > nowMs ? walk : undefined
  } catch {
    return undefined
  }
}

export function keepOwnWalk(sightingId: string, walk: OwnWalk | undefined) {
  writeStored(keyOf(sightingId), walk ? JSON.stringify(walk) : null)
}
