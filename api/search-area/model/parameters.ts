import type { Access, Thoroughness } from '../../domain/search-words.ts'
import type { Species } from '../../domain/vocabulary.ts'
import { entry } from '../../matching/model/entry.ts'
import { defaultParameters } from '../../matching/model/parameters.ts'
import type { Kernel } from '../../matching/model/shapes.ts'

// Numbers of the search model: where an animal is now, which is another question than where a finder reports it.

const HUANG = 'Huang et al. 2018, Animals 8(1):5, n = 1,210'

export const searchKernels = {
  dog: entry<Kernel>(
    [
      [0.25, 70],
      [0.33, 550],
      [0.36, 2_300],
      [0.06, 15_000],
    ],
    'M',
    'halfway between Dallas 2019 shelter returns (Front. Vet. Sci. 2021, 669428) and Long Beach re-captures',
  ),
  catIndoor: entry<Kernel>(
    [
      [0.6, 25],
      [0.28, 100],
      [0.1, 600],
      [0.02, 10_000],
    ],
    'S',
    `${HUANG}, indoor-only: Q75 137 m`,
  ),
  catOutdoor: entry<Kernel>(
    [
      [0.3, 60],
      [0.33, 350],
      [0.3, 1_500],
      [0.07, 8_000],
    ],
    'S',
    `${HUANG}, outdoor access: Q75 1,609 m`,
  ),
  bird: entry<Kernel>(
    [
      [0.25, 210],
      [0.33, 1_650],
      [0.36, 6_900],
      [0.06, 45_000],
    ],
    'E',
    'dog, scales times three',
  ),
} as const

/** Half of each: of a cat whose life is not told, either may be true. */
const catUnknown: Kernel = [...searchKernels.catIndoor.value, ...searchKernels.catOutdoor.value].map(
  ([weight, scaleM]) => [weight / 2, scaleM] as const,
)

/** Where to search for an animal that is out there. */
export function searchKernelOf(species: Species, access: Access): Kernel {
  switch (species) {
    case 'cat':
      if (access === 'unknown') return catUnknown
      return access === 'indoor' ? searchKernels.catIndoor.value : searchKernels.catOutdoor.value
    case 'bird':
      return searchKernels.bird.value
    case 'rabbit':
    case 'ferret':
    case 'rodent':
    case 'reptile':
      return searchKernels.catIndoor.value
    default:
      return searchKernels.dog.value
  }
}

/** `P(the report is of this animal)` for each ground on which a report is taken for a sighting of it. */
export const credibility = entry(
  {
    authorSaysSame: 0.9,
    bothSaySame: 0.97,
    finderSaysSame: 0.6,
    finderNames: 0.7,
    sameAnimal: 0.6,
    unsure: 0.3,
  },
  'E',
  'estimate',
).value

/** A sighting that does not fit the track may still be the true one: this much of its credibility stays. */
export const OFF_TRACK_SHARE = entry(0.1, 'E', 'estimate').value

/** Pins vaguer than this say nothing that the kernel does not. */
export const VAGUE_PIN_M = entry(20_000, 'E', 'estimate').value

/** Searched ground fills again as animals move: hours after which half of the search's effect is left. */
export const SEARCH_HALF_LIFE_HOURS = entry(24, 'E', 'estimate').value

/** Probability of having seen the animal, had it been there: for one that comes out, and for one that hides. */
export const detections = entry<Record<Thoroughness, { comesOut: number; hides: number }>>(
  {
    passing: { comesOut: 0.35, hides: 0.1 },
    careful: { comesOut: 0.6, hides: 0.35 },
    thorough: { comesOut: 0.85, hides: 0.65 },
  },
  'E',
  'estimate',
).value

export type Pace = { burstKmh: number; dayKm: number }

/** What an animal on its feet (or wings) can do: in an hour's flight, and in a day. */
export const paces = entry<Record<Species, Pace>>(
  {
    dog: { burstKmh: 20, dayKm: 30 },
    cat: { burstKmh: 10, dayKm: 6 },
    bird: { burstKmh: 50, dayKm: 150 },
    rabbit: { burstKmh: 10, dayKm: 2 },
    ferret: { burstKmh: 6, dayKm: 2 },
    rodent: { burstKmh: 3, dayKm: 0.5 },
    reptile: { burstKmh: 1, dayKm: 0.5 },
    horse: { burstKmh: 25, dayKm: 50 },
    other: { burstKmh: 15, dayKm: 20 },
  },
  'E',
  'estimate',
).value

export const { growth, pin } = defaultParameters
