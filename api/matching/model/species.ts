import type { Species } from '../../domain/vocabulary.ts'

/** Tables keyed by these three serve every species. */
export const tableOf = (species: Species): 'dog' | 'cat' | 'other' =>
  species === 'dog' || species === 'cat' ? species : 'other'

/** Sex, colour, coat, delay and growth: what is not a cat is treated as a dog. */
export const dogOrCat = (species: Species): 'dog' | 'cat' => (species === 'cat' ? 'cat' : 'dog')

const KERNEL_OF: Record<Species, 'dog' | 'cat' | 'bird' | 'small'> = {
  dog: 'dog',
  cat: 'cat',
  bird: 'bird',
  rabbit: 'small',
  ferret: 'small',
  rodent: 'small',
  reptile: 'small',
  horse: 'dog',
  other: 'dog',
}

/** Which distance kernel a species spreads by. */
export const kernelOf = (species: Species) => KERNEL_OF[species]
