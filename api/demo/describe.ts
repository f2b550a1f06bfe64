import type { Language } from '../domain/vocabulary.ts'
import type { Animal } from './animals.ts'
import type { Dice } from './dice.ts'
import * as say from './phrases.ts'
import * as found from './phrases-found.ts'
import * as lost from './phrases-lost.ts'
import type { District } from './places.ts'
import { SHELTER } from './places.ts'

export type Telling = { dice: Dice; animal: Animal; language: Language; district: District }

const metroOf = ({ district, language }: Telling) => (language === 'ru' ? district.ru : district.en)
const atOf = (telling: Telling) =>
  say.fill(say.words(telling.dice.pick(say.AT), telling.language), { metro: metroOf(telling) })
const join = (...sentences: (string | undefined | false)[]) => sentences.filter(Boolean).join(' ')
const capital = (text: string) => text.slice(0, 1).toUpperCase() + text.slice(1)

function tellMarks({ animal, language }: Telling): string | undefined {
  const marks = animal.marks.map(({ words }) => words[language])
  return marks.length ? `${language === 'ru' ? 'Приметы' : 'Marks'}: ${marks.join(', ')}.` : undefined
}

/** An owner's words about a loss. */
export function describeLost(telling: Telling, name: string): string {
  const { dice, animal, language } = telling
  const { sex, sort, collar } = animal
  const group = say.groupOf(animal.species)
  const slots = {
    name,
    what: language === 'ru' ? (sort.ru[sex] ?? sort.en) : sort.en,
    at: atOf(telling),
  }
  const own = (line: readonly [string, string, string]) =>
    say.fill(say.ownerWords(line, language, sex), slots)
  const wearing = collar?.worn
    ? own([`На нём ${collar.ru}.`, `На ней ${collar.ru}.`, `Was wearing a ${collar.en}.`])
    : own(['Без ошейника.', 'Без ошейника.', 'No collar on.'])
  return join(
    own(dice.pick(lost.LOST_OPENINGS)),
    own(dice.pick(lost.LOST_STORIES[group])),
    collar && dice.chance(0.6) && wearing,
    tellMarks(telling),
    (group === 'dog' || group === 'cat') && dice.chance(0.6) && animal.temper[language],
    say.words(dice.pick(lost.LOST_REQUESTS[group]), language),
  )
}

function seenSlots(telling: Telling) {
  const seen = telling.animal.sort.seen[telling.language]
  // A clause between the noun and its verb is closed by a comma.
  return { seen, subject: seen.includes(',') ? `${seen},` : seen, at: atOf(telling) }
}

/** A finder's words: the animal is in care. */
export function describeFound(
  telling: Telling,
  options: { scanned: boolean; collarSeen: boolean; markSeen: boolean },
): string {
  const { dice, animal, language } = telling
  const group = say.groupOf(animal.species)
  const slots = seenSlots(telling)
  const line = (one: readonly [string, string]) => say.fill(say.words(one, language), slots)
  const collar = animal.collar?.worn
    ? language === 'ru'
      ? `На ней ${animal.collar.ru}.`
      : `Wears a ${animal.collar.en}.`
    : language === 'ru'
      ? 'Ошейника нет.'
      : 'No collar.'
  return join(
    line(dice.pick(found.FOUND_OPENINGS[group])),
    line(dice.pick(found.FOUND_STORIES[group])),
    options.collarSeen && collar,
    options.markSeen && tellMarks(telling),
    options.scanned && say.words(found.FOUND_SCANNED, language),
    say.words(dice.pick(found.FOUND_CARE), language),
  )
}

export function describeSighting(telling: Telling, about: boolean): string {
  const { dice, animal, language } = telling
  const line = say.fill(
    say.words(dice.pick(found.SIGHTINGS[say.groupOf(animal.species)]), language),
    seenSlots(telling),
  )
  return join(line, about && dice.chance(0.7) && say.words(dice.pick(found.SIGHTING_ABOUT), language))
}

export function describeDeceased(telling: Telling): string {
  const { animal, language } = telling
  return join(
    say.fill(say.words(found.DECEASED, language), seenSlots(telling)),
    animal.collar?.worn && say.words(found.DECEASED_COLLAR, language),
  )
}

export function describeIntake(telling: Telling, card: number): string {
  const { animal, language } = telling
  const ru = language === 'ru'
  const text = say.fill(say.words(found.SHELTER_INTAKE, language), {
    ...seenSlots(telling),
    shelter: SHELTER[language],
    metro: metroOf(telling),
    sex: ru ? (animal.sex === 'male' ? 'мужской' : 'женский') : animal.sex,
    chip: ru
      ? animal.microchip
        ? 'чип считан'
        : 'чип не обнаружен'
      : animal.microchip
        ? 'chip read'
        : 'no chip found',
    card: String(card),
  })
  return capital(join(text, tellMarks(telling)))
}
