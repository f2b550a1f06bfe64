import type { PetLook } from '../domain/drawing/index.ts'
import type { Age, Mark, Sex, Species, YesNo } from '../domain/vocabulary.ts'
import type { Dice } from './dice.ts'
import { SORTS, type Sort } from './sorts.ts'
import {
  type Collar,
  drawnTraits,
  pickCollar,
  pickMarks,
  pickSealed,
  pickTemper,
  type TraitMark,
  type Words,
} from './traits.ts'

/** One animal of the demo city: what is true of it, whoever reports it and however well. */
export type Animal = {
  key: string
  sort: Sort
  species: Species
  sex: Sex
  neutered: YesNo
  age: Age
  marks: readonly TraitMark[]
  sealed: readonly Mark[]
  collar: Collar | undefined
  temper: Words
  /** Under 999, the code that is given out for tests only. */
  microchip: string | undefined
  look: PetLook
}

const AGES: readonly { weight: number; age: Age }[] = [
  { weight: 1, age: 'baby' },
  { weight: 3, age: 'young' },
  { weight: 8, age: 'adult' },
  { weight: 2, age: 'senior' },
]
const SPECIES_SHARES: readonly { weight: number; test: (species: Species) => boolean }[] = [
  { weight: 52, test: (species) => species === 'dog' },
  { weight: 38, test: (species) => species === 'cat' },
  { weight: 15, test: (species) => species !== 'dog' && species !== 'cat' },
]

export function bearAnimal(dice: Dice, key: string, only?: Species): Animal {
  const sex: Sex = dice.chance(0.5) ? 'male' : 'female'
  const share = dice.pickWeighted(SPECIES_SHARES)
  const pool = SORTS.filter(({ ru }) => ru[sex])
  const sort = dice.pickWeighted(
    pool.filter(({ species }) => (only ? species === only : share.test(species))),
  )
  const { species } = sort
  const { age } = dice.pickWeighted(AGES)
  const marks = pickMarks(dice, species)
  const collar = pickCollar(dice, species)
  const chipped = (species === 'dog' || species === 'cat') && dice.chance(0.3)
  return {
    key,
    sort,
    species,
    sex,
    neutered: dice.chance(0.6) ? 'yes' : 'no',
    age,
    marks,
    sealed: pickSealed(dice, species),
    collar,
    temper: pickTemper(dice, sex),
    microchip: chipped ? `999${String(Math.floor(dice.between(1e11, 2.7e11))).padStart(12, '0')}` : undefined,
    look: {
      species,
      colours: sort.colours,
      pattern: sort.pattern,
      coat: sort.coat,
      size: sort.size,
      age,
      build: sort.build,
      seed: key,
      ...drawnTraits(marks, collar),
    },
  }
}
