import type { Finding } from './animal.ts'
import { isNegated } from './colour-nouns.ts'
import { COLLAR_ITEMS, type CodedCollar, type CollarColour, type CollarItem } from './types.ts'
import type { Item } from './words.ts'

/** What hangs from a collar: lost or absent, it says nothing of the collar itself. */
const ATTACHMENTS: readonly CollarItem[] = [
  'tag',
  'bell',
  'leash',
  'gps',
  'muzzle',
  'bow',
  'bandana',
  'chain',
  'harness',
]

/**
 * The collar and what goes with it. `worn: "no"` only where the text says that the collar is absent or was lost;
 * "no tags" leaves it unknown. `isBare` tells whether the item there is an ear tag and not worn on the neck.
 */
export function readCollar(
  items: readonly Item[],
  colours: readonly CollarColour[],
  isBare: (at: number) => boolean,
): Finding<CodedCollar> | undefined {
  const worn: CollarItem[] = []
  let first: number | undefined
  let last = 0
  const without = items.findIndex((item) => item.facts['collarless'])
  let absent = without < 0 ? undefined : { from: without, to: without }
  for (const [at, item] of items.entries()) {
    const things = (item.facts['item']?.split(',') ?? []).filter((word): word is CollarItem =>
      (COLLAR_ITEMS as readonly string[]).includes(word),
    )
    if (things.length === 0 || isBare(at)) continue
    const denied = deniedNear(items, at)
    if (denied === undefined) {
      worn.push(...things.filter((thing) => !worn.includes(thing)))
      first ??= at
      last = at
    } else if (!things.every((thing) => ATTACHMENTS.includes(thing))) {
      absent ??= { from: Math.min(at, denied), to: Math.max(at, denied) }
    }
  }
  if (absent) return { value: { worn: 'no', colours: [], items: [] }, ...absent, field: 'collar' }
  if (first === undefined) return undefined
  return {
    value: { worn: 'yes', colours: [...colours], items: worn },
    from: first,
    to: last,
    field: 'collar',
  }
}

/** The item that says it is not there: "no collar", "ошейника нет", "collar: none", "slipped her harness". */
function deniedNear(items: readonly Item[], at: number): number | undefined {
  if (isNegated(items, at)) return items.slice(0, at).findLastIndex((each) => each.facts['neg'])
  const { sentence, segment } = items[at]!
  for (let before = at - 1; before >= Math.max(0, at - 3); before--) {
    const item = items[before]!
    if (item.segment !== segment || item.facts['item']) break
    if (item.facts['lost'] || item.facts['neg']) return before
  }
  for (let after = at + 1; after <= Math.min(items.length - 1, at + 4); after++) {
    const item = items[after]!
    if (item.sentence !== sentence || item.segment !== segment) break
    if (item.facts['but']) break
    const isOfNext = items
      .slice(after + 1, after + 3)
      .some((each) => each.facts['item'] ?? each.facts['part'] ?? each.facts['neutered'])
    if (item.facts['lost'] || (item.facts['neg'] && !isOfNext)) return after
  }
  return undefined
}
