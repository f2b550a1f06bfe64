import type { PetLook } from '../domain/drawing/index.ts'
import type { Mark, Sex, Species } from '../domain/vocabulary.ts'
import type { Dice } from './dice.ts'

export type Words = { ru: string; en: string }
export type TraitMark = { mark: Mark; words: Words }
export type Collar = Words & { worn: boolean }

const mark = (
  part: Mark['part'],
  side: Mark['side'],
  type: Mark['type'],
  ru: string,
  en: string,
): TraitMark => ({
  mark: { part, ...(side ? { side } : {}), type, visibility: 'public' },
  words: { ru, en },
})

const MARKS: Partial<Record<Species, readonly TraitMark[]>> = {
  dog: [
    mark('ear', 'left', 'notch', 'на левом ухе небольшая зазубрина', 'a small nick in the left ear'),
    mark(
      'ear',
      'right',
      'notch',
      'край правого уха надорван (старая травма)',
      'an old tear in the right ear',
    ),
    mark('front_paw', 'left', 'white_patch', 'левая передняя лапа белая', 'the left front paw is white'),
    mark('front_paw', 'right', 'white_patch', 'правая передняя лапа белая', 'the right front paw is white'),
    mark('chest', undefined, 'white_patch', 'белое пятно на груди', 'a white spot on the chest'),
    mark('side', 'left', 'scar', 'шрам на левом боку', 'a scar on the left side'),
    mark('hind_leg', 'right', 'limp', 'прихрамывает на правую заднюю лапу', 'limps on the right hind leg'),
    mark('eye', 'right', 'blind', 'не видит правым глазом', 'blind in the right eye'),
    mark('tail', undefined, 'docked', 'хвост купирован', 'docked tail'),
    mark('back', undefined, 'dark_patch', 'тёмное пятно на спине', 'a dark patch on the back'),
  ],
  cat: [
    mark('ear', 'left', 'tipped', 'кончик левого уха подрезан', 'the tip of the left ear is cut'),
    mark('ear', 'right', 'notch', 'на правом ухе вырез', 'a notch in the right ear'),
    mark('front_paw', 'left', 'white_patch', 'левая передняя лапка белая', 'the left front paw is white'),
    mark('front_paw', 'right', 'white_patch', 'правая передняя лапка белая', 'the right front paw is white'),
    mark('chest', undefined, 'white_patch', 'белый галстук на груди', 'a white locket on the chest'),
    mark('tail', undefined, 'kinked', 'кончик хвоста с заломом', 'a kink at the tip of the tail'),
    mark('eye', undefined, 'odd_eyed', 'глаза разного цвета', 'odd-coloured eyes'),
    mark(
      'side',
      'right',
      'scar',
      'на правом боку выбрито место после операции',
      'a shaved patch on the right side after surgery',
    ),
    mark('muzzle', undefined, 'dark_patch', 'тёмное пятнышко у носа', 'a dark spot next to the nose'),
  ],
  rabbit: [
    mark('ear', 'right', 'notch', 'на правом ухе надрыв', 'a nick in the right ear'),
    mark('front_paw', 'left', 'white_patch', 'левая передняя лапка белая', 'the left front paw is white'),
  ],
}

/** Marks that only the owner should know: what a caller is asked. */
const SEALED: readonly Mark[] = [
  { part: 'belly', type: 'spot', visibility: 'sealed' },
  { part: 'hind_paw', side: 'left', type: 'missing', visibility: 'sealed' },
  { part: 'ear', side: 'left', type: 'tattoo', visibility: 'sealed' },
  { part: 'belly', type: 'scar', visibility: 'sealed' },
]

const COLLARS: Partial<Record<Species, readonly Collar[]>> = {
  dog: [
    { worn: true, ru: 'красный ошейник с адресником', en: 'red collar with a tag' },
    { worn: true, ru: 'синий ошейник', en: 'blue collar' },
    { worn: true, ru: 'коричневый кожаный ошейник', en: 'brown leather collar' },
    { worn: true, ru: 'чёрный ошейник', en: 'black collar' },
    { worn: true, ru: 'зелёная шлейка', en: 'green harness' },
    { worn: true, ru: 'розовая шлейка', en: 'pink harness' },
    { worn: true, ru: 'оранжевый ошейник с жетоном', en: 'orange collar with a tag' },
    { worn: false, ru: 'без ошейника', en: 'no collar' },
  ],
  cat: [
    { worn: true, ru: 'красный ошейник с бубенчиком', en: 'red collar with a bell' },
    { worn: true, ru: 'голубой ошейник', en: 'light blue collar' },
    { worn: true, ru: 'фиолетовый ошейник от блох', en: 'purple flea collar' },
    { worn: false, ru: 'без ошейника', en: 'no collar' },
    { worn: false, ru: 'без ошейника', en: 'no collar' },
    { worn: false, ru: 'без ошейника', en: 'no collar' },
  ],
}

/** How the animal carries itself, for owners: by sex in Russian. */
const TEMPERS: readonly (readonly [male: string, female: string, en: string])[] = [
  ['Ласковый, к людям подходит сам.', 'Ласковая, к людям подходит сама.', 'Friendly and comes up to people.'],
  [
    'Очень пугливый, чужим в руки не даётся.',
    'Очень пугливая, чужим в руки не даётся.',
    'Very shy, will not be caught by strangers.',
  ],
  [
    'Отзывается на кличку и на шуршание пакета с кормом.',
    'Отзывается на кличку и на шуршание пакета с кормом.',
    'Answers to the name and to a rustling food bag.',
  ],
  [
    'Принимает лекарства, нужен постоянный уход.',
    'Принимает лекарства, нужен постоянный уход.',
    'Takes daily medicine, so every hour counts.',
  ],
  [
    'Домашний, улицы совсем не знает.',
    'Домашняя, улицы совсем не знает.',
    'Indoor pet, not used to the street at all.',
  ],
  ['Спокойный, не кусается.', 'Спокойная, не кусается.', 'Calm, does not bite.'],
  ['Боится громких звуков и машин.', 'Боится громких звуков и машин.', 'Afraid of loud noises and cars.'],
]

export const pickMarks = (dice: Dice, species: Species): TraitMark[] => {
  const options = MARKS[species]
  return options && dice.chance(0.38) ? [dice.pick(options)] : []
}
export const pickSealed = (dice: Dice, species: Species): Mark[] =>
  (species === 'dog' || species === 'cat') && dice.chance(0.2) ? [dice.pick(SEALED)] : []
export const pickCollar = (dice: Dice, species: Species): Collar | undefined => {
  const options = COLLARS[species]
  return options && dice.chance(0.75) ? dice.pick(options) : undefined
}
export const pickTemper = (dice: Dice, sex: Sex): Words => {
  const [male, female, en] = dice.pick(TEMPERS)
  return { ru: sex === 'male' ? male : female, en }
}

/** Marks and collar as a drawing takes them. */
export const drawnTraits = (
  marks: readonly TraitMark[],
  collar: Collar | undefined,
): Pick<PetLook, 'marks' | 'collar'> => ({
  marks: marks.map((trait) => trait.mark),
  collar: collar?.worn ? collar.ru : undefined,
})
