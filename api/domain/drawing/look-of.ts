import type { Kind } from '../vocabulary.ts'
import type { PetLook } from './types.ts'

type Reported = PetLook & { id: string; kind: Kind }

/** A report's animal to be drawn. One that died is drawn with its eyes shut, as a blind one's are: no merry face. */
export function lookOf(pet: Reported): PetLook {
  const shut = { part: 'eye', side: 'both', type: 'blind' } as const
  const marks = pet.kind === 'found_deceased' ? [...(pet.marks ?? []), shut] : pet.marks
  return { ...pet, marks, seed: pet.id }
}
