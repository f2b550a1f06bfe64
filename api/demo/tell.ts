import type { PetLook } from '../domain/drawing/index.ts'
import type { Place } from '../domain/drawing/scenery.ts'
import { AGES, type Colour, type Kind, type Language, type Resolution, SIZES } from '../domain/vocabulary.ts'
import type { ReportBody } from '../reports/schema.ts'
import type { Animal } from './animals.ts'
import {
  describeDeceased,
  describeFound,
  describeIntake,
  describeLost,
  describeSighting,
} from './describe.ts'
import { type Dice, makeDice, uuidOf } from './dice.ts'
import { namePerson, namePet } from './people.ts'
import { SHELTER } from './places.ts'
import type { Spot } from './spots.ts'

export type Scene = { place: Place; seed: string }

/** A report to be stored, and the pictures to be drawn for it. */
export type DemoReport = {
  /** Stable name within the city; the id is made from it. */
  key: string
  id: string
  body: ReportBody
  look: PetLook
  scenes: readonly Scene[]
  createdAt: Date
  resolved?: { resolution: Resolution; at: Date }
}

export type Occasion = {
  key: string
  animal: Animal
  spot: Spot
  /** When it was lost, found or seen. */
  at: Date
  now: Date
  /** The lost report that a sighting is about. */
  about?: DemoReport
}

const HOUR_MS = 3_600_000
const MOSCOW_MS = 3 * HOUR_MS

/** Local time with its offset, to five minutes, as people remember it. */
function moscowTime(at: Date): string {
  const rounded = Math.floor(at.getTime() / 300_000) * 300_000
  return `${new Date(rounded + MOSCOW_MS).toISOString().slice(0, 19)}+03:00`
}

function pickLanguage(dice: Dice): Language {
  return dice.chance(0.13) ? 'en' : 'ru'
}

/** Posted some hours later, but not in the future. */
function postedAfter(dice: Dice, { at, now }: Occasion, medianHours: number): Date {
  const delay = dice.around(medianHours, 0.8) * HOUR_MS
  return new Date(Math.min(at.getTime() + delay, (at.getTime() + now.getTime()) / 2))
}

function pickScenes(dice: Dice, occasion: Occasion, count: number, places: readonly Place[]): Scene[] {
  const { animal, at, key } = occasion
  const month = new Date(at.getTime() + MOSCOW_MS).getUTCMonth()
  const winter = month >= 10 || month <= 2
  const outdoor = animal.species === 'dog' || animal.species === 'cat' || animal.species === 'horse'
  return Array.from({ length: count }, (_, i) => {
    const place = outdoor ? dice.pick(places) : 'indoors'
    const snowy = winter && (place === 'park' || place === 'yard') && dice.chance(0.5)
    return { place: snowy ? 'snow' : place, seed: `${key}/${i}` }
  })
}

const base = (occasion: Occasion, kind: Kind, language: Language, accuracyM: number) => ({
  externalId: `demo-${occasion.key}`,
  kind,
  species: occasion.animal.species,
  occurredAt: moscowTime(occasion.at),
  location: { lng: occasion.spot.lng, lat: occasion.spot.lat, accuracyM },
  language,
})

function finish(occasion: Occasion, body: ReportBody, scenes: Scene[], createdAt: Date): DemoReport {
  return {
    key: occasion.key,
    id: uuidOf(`homeward demo ${occasion.key}`),
    body,
    look: occasion.animal.look,
    scenes,
    createdAt,
  }
}

export function tellLost(occasion: Occasion): DemoReport {
  const { animal, key, spot } = occasion
  const dice = makeDice(`${key}/lost`)
  const language = pickLanguage(dice)
  const name = namePet(dice, animal.species, animal.sex, language)
  const { sort, collar } = animal
  const marks = [...animal.marks.map(({ mark }) => mark), ...animal.sealed]
  const body: ReportBody = {
    ...base(occasion, 'lost', language, dice.pick([20, 30, 50, 150])),
    name,
    ...(sort.breed
      ? {
          breed: sort.breed[language],
          breedConfidence: dice.chance(0.25) && sort.breed.en !== 'mixed' ? 'pedigree' : 'owner',
        }
      : {}),
    colours: [...sort.colours],
    ...(sort.pattern ? { pattern: sort.pattern } : {}),
    ...(sort.coat ? { coat: sort.coat } : {}),
    sex: animal.sex,
    ...(dice.chance(0.8) ? { neutered: animal.neutered } : {}),
    age: animal.age,
    ...(sort.size ? { size: sort.size } : {}),
    ...(collar ? { collar: collar[language] } : {}),
    ...(marks.length ? { marks } : {}),
    ...(animal.microchip ? { microchip: animal.microchip } : {}),
    ...(dice.chance(0.12) ? { locationPrivacy: 'approximate' as const } : {}),
    description: describeLost({ dice, animal, language, district: spot.district }, name),
    contact: namePerson(dice, language, key),
  }
  const scenes = pickScenes(dice, occasion, dice.pick([1, 1, 1, 2, 2, 3]), [
    'indoors',
    'indoors',
    'yard',
    'park',
  ])
  return finish(occasion, body, scenes, postedAfter(dice, occasion, 4))
}

/** Colour words that strangers swap; the model's similarity is there because they do. */
const SWAPPED: Partial<Record<Colour, Colour>> = {
  tan: 'brown',
  red: 'brown',
  cream: 'tan',
  brown: 'red',
  lilac: 'grey_blue',
}

/** What a stranger says of an animal: less than there is, and some of it a step off. */
function observed(dice: Dice, { sort, sex, age }: Animal, language: Language): Partial<ReportBody> {
  const step = <T>(list: readonly T[], value: T | undefined): T | undefined =>
    value && (dice.chance(0.25) ? (list[list.indexOf(value) + dice.pick([-1, 1])] ?? value) : value)
  const size = step(SIZES, sort.size)
  const seenAge = step(AGES, age)
  const colours = sort.colours.map((colour) => (dice.chance(0.15) ? (SWAPPED[colour] ?? colour) : colour))
  const breed = sort.breed?.[language]
  const breedSeen = breed && breed !== 'mixed' && sort.species !== 'bird' && dice.chance(0.45)
  return {
    ...(breedSeen ? { breed, breedConfidence: 'observer' as const } : {}),
    colours: [...new Set(colours)],
    ...(sort.pattern && dice.chance(0.6) ? { pattern: sort.pattern } : {}),
    ...(sort.coat && dice.chance(0.7) ? { coat: sort.coat } : {}),
    ...(dice.chance(0.65) ? { sex: dice.chance(0.06) ? (sex === 'male' ? 'female' : 'male') : sex } : {}),
    ...(seenAge && dice.chance(0.5) ? { age: seenAge } : {}),
    ...(size ? { size } : {}),
  }
}

export function tellFound(occasion: Occasion): DemoReport {
  const { animal, key, spot } = occasion
  const dice = makeDice(`${key}/found`)
  const language = pickLanguage(dice)
  const furry = animal.species === 'dog' || animal.species === 'cat'
  const scanned = furry && dice.chance(0.3)
  const read = scanned && dice.chance(0.9) ? animal.microchip : undefined
  const collarSeen = furry && (animal.collar?.worn ? dice.chance(0.7) : dice.chance(0.3))
  const markSeen = dice.chance(0.6)
  const body: ReportBody = {
    ...base(occasion, 'found', language, dice.pick([20, 30, 50, 150])),
    ...observed(dice, animal, language),
    ...(collarSeen && animal.collar?.worn ? { collar: animal.collar[language] } : {}),
    ...(markSeen && animal.marks.length ? { marks: animal.marks.map(({ mark }) => mark) } : {}),
    ...(scanned ? { microchip: read ?? 'none' } : {}),
    description: describeFound(
      { dice, animal, language, district: spot.district },
      { scanned: scanned && !read, collarSeen, markSeen },
    ),
    contact: namePerson(dice, language, key),
  }
  const scenes = pickScenes(dice, occasion, dice.pick([0, 1, 1, 1, 2]), [
    'yard',
    'street',
    'indoors',
    'street',
  ])
  return finish(occasion, body, scenes, postedAfter(dice, occasion, 3))
}

export function tellSighting(occasion: Occasion): DemoReport {
  const { animal, key, spot, about } = occasion
  const dice = makeDice(`${key}/sighting`)
  const language = pickLanguage(dice)
  const body: ReportBody = {
    ...base(occasion, 'sighting', language, dice.pick([50, 100, 150, 300])),
    ...observed(dice, animal, language),
    ...(about ? { aboutReportId: about.id } : {}),
    description: describeSighting({ dice, animal, language, district: spot.district }, about !== undefined),
    contact: namePerson(dice, language, key),
  }
  const scenes = pickScenes(dice, occasion, dice.pick([0, 0, 1]), ['street', 'yard', 'park'])
  return finish(occasion, body, scenes, postedAfter(dice, occasion, 1.5))
}

export function tellDeceased(occasion: Occasion): DemoReport {
  const { animal, key, spot } = occasion
  const dice = makeDice(`${key}/deceased`)
  const language = pickLanguage(dice)
  const body: ReportBody = {
    ...base(occasion, 'found_deceased', language, 50),
    ...observed(dice, animal, language),
    ...(animal.collar?.worn ? { collar: animal.collar[language] } : {}),
    description: describeDeceased({ dice, animal, language, district: spot.district }),
    contact: namePerson(dice, language, key),
  }
  return finish(occasion, body, [], postedAfter(dice, occasion, 2))
}

/** The shelter examines what it takes in, reads chips, and gives its own address. */
export function tellIntake(occasion: Occasion): DemoReport {
  const { animal, key, spot } = occasion
  const dice = makeDice(`${key}/intake`)
  const { sort, sex, age, collar, marks, microchip } = animal
  const card = 1000 + Math.floor(dice.between(0, 8999))
  const body: ReportBody = {
    ...base(occasion, 'shelter_intake', 'ru', 20),
    location: { lng: SHELTER.lng, lat: SHELTER.lat, accuracyM: 20 },
    ...observed(dice, animal, 'ru'),
    sex,
    age,
    ...(sort.size ? { size: sort.size } : {}),
    ...(dice.chance(0.5) ? { neutered: animal.neutered } : {}),
    ...(collar?.worn && dice.chance(0.5) ? { collar: collar.ru } : {}),
    ...(marks.length ? { marks: marks.map(({ mark }) => mark) } : {}),
    microchip: microchip ?? 'none',
    description: describeIntake({ dice, animal, language: 'ru', district: spot.district }, card),
    contact: { name: 'Тёплый дом', email: 'shelter@example.org' },
  }
  return finish(
    occasion,
    body,
    pickScenes(dice, occasion, 1, ['indoors', 'yard']),
    postedAfter(dice, occasion, 3),
  )
}
