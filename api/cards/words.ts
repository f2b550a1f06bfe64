import { breedName, getBreed } from '../domain/coding/breeds.ts'
import { type ColourWord, colourWord } from '../domain/colour-word.ts'
import { writeHeadline } from '../domain/headline.ts'
import { isReunited, type Language, type Sex } from '../domain/vocabulary.ts'
import type { ReportFeature } from '../reports/schema.ts'

type Pet = ReportFeature['properties']

export type CardWords = {
  /** What happened, or how it ended. */
  headline: string
  name?: string | undefined
  /** Most telling first; a card leaves out those at the end for which it has no room. */
  facts: string[]
  when: string
  site: string
}

export const SITE_NAMES = { ru: 'Домой', en: 'Homeward' } as const satisfies Record<Language, string>

const ENDINGS = {
  ru: { home: 'Уже дома!', closed: 'Объявление закрыто', expired: 'Объявление устарело' },
  en: { home: 'Home again!', closed: 'This post is closed', expired: 'This post is out of date' },
} as const

const SEXES: Record<Language, Record<Sex, string>> = {
  ru: { male: 'самец', female: 'самка' },
  en: { male: 'male', female: 'female' },
}

const COLOURS_EN: Record<ColourWord, string> = {
  black: 'black',
  white: 'white',
  grey_blue: 'grey',
  brown: 'brown',
  red: 'red',
  red_cat: 'ginger',
  cream: 'cream',
  tan: 'tan',
  tan_points: 'tan',
  lilac: 'lilac',
}

/** Beside "самец" and "самка". */
const COLOURS_RU: Record<ColourWord, { male: string; female: string }> = {
  black: { male: 'чёрный', female: 'чёрная' },
  white: { male: 'белый', female: 'белая' },
  grey_blue: { male: 'серый', female: 'серая' },
  brown: { male: 'коричневый', female: 'коричневая' },
  red: { male: 'рыжий', female: 'рыжая' },
  red_cat: { male: 'рыжий', female: 'рыжая' },
  cream: { male: 'кремовый', female: 'кремовая' },
  tan: { male: 'песочный', female: 'песочная' },
  tan_points: { male: 'подпалый', female: 'подпалая' },
  lilac: { male: 'лиловый', female: 'лиловая' },
}

const COLLARS = { ru: 'ошейник', en: 'collar' } as const

const isCode = (breed: string) => /^[a-z0-9]+(_[a-z0-9]+)*$/.test(breed)

/** Whether the story ended, and well. */
export function readEnding({ status, resolution }: Pet): keyof (typeof ENDINGS)['ru'] | undefined {
  if (status === 'reunited' || isReunited(resolution)) return 'home'
  if (status === 'withdrawn') return 'closed'
  return status === 'expired' ? 'expired' : undefined
}

/** What a card says, from public fields only. */
export function writeCard(report: ReportFeature, language: Language): CardWords {
  const pet = report.properties
  const ending = readEnding(pet)
  return {
    headline: ending
      ? ENDINGS[language][ending]
      : writeHeadline({ kind: pet.kind, species: pet.species, sex: pet.sex }, language),
    name: pet.name,
    facts: [
      pet.nearestPlace?.[language].name,
      breedWords(pet.breed, language),
      [listColours(pet, language), pet.sex && SEXES[language][pet.sex]].filter(Boolean).join(', '),
      pet.collar && `${COLLARS[language]}: ${pet.collar}`,
    ]
      .filter((fact): fact is string => !!fact)
      .map((fact) => `${fact[0]?.toLocaleUpperCase()}${fact.slice(1)}`),
    when: writeDay(pet.occurredAt, report.geometry.coordinates[0], language),
    site: SITE_NAMES[language],
  }
}

function breedWords(breed: string | undefined, language: Language): string | undefined {
  if (!breed || !isCode(breed)) return breed
  return getBreed(breed) ? breedName(breed, language) : undefined
}

function listColours(pet: Pet, language: Language): string {
  const words = pet.colours.map((colour) => {
    const word = colourWord(colour, pet)
    return language === 'ru' ? COLOURS_RU[word][pet.sex ?? 'male'] : COLOURS_EN[word]
  })
  return new Intl.ListFormat(language).format(words)
}

const MS_PER_DEGREE = 86_400_000 / 360

/**
 * The day by the sun of the place, as its clocks are not known here. Always with the year: links to lost pets go
 * round for years.
 */
function writeDay(instant: string, lng: number, language: Language): string {
  const there = new Date(Date.parse(instant) + lng * MS_PER_DEGREE)
  const words = new Intl.DateTimeFormat(language === 'en' ? 'en-GB' : language, {
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    timeZone: 'UTC',
  }).format(there)
  return words.replace(/\s*г\.$/, '')
}
