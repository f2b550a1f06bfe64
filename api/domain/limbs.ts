import type { MarkPart } from './vocabulary.ts'

type Limb = 'front' | 'hind'

/** Which limbs a part belongs to, if any. */
export function limbOf(part: MarkPart): Limb | undefined {
  if (part.startsWith('front_')) return 'front'
  return part.startsWith('hind_') ? 'hind' : undefined
}

/** A paw and its leg are one place: Russian has one word for both, and what is on either may be told of the other. */
export const placeOfMark = ({ part }: { part: MarkPart }): Limb | MarkPart => limbOf(part) ?? part
