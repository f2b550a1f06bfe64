import type { Walkers } from '../../wire.ts'
import type { OwnWalk } from './own-walk.ts'

/** How many are on the way besides the reader, who may go as this device's person, as the owner, or as both. */
export function countOthers(
  walkers: Walkers | undefined,
  walk: OwnWalk | undefined,
  isOwner: boolean,
): number {
  const own = (walk?.token ? 1 : 0) + (isOwner ? 1 : 0)
  return Math.max(0, (walkers?.walkers ?? 0) - own)
}
