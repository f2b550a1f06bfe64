import { describe, expect, test } from 'vitest'
import { codeAnimal } from '../../../api/domain/animal-codes.ts'
import { bandOf } from '../../../api/domain/match-bands.ts'
import type { Colour, MarkSide } from '../../../api/domain/vocabulary.ts'
import { compareBreeds } from '../../../api/matching/model/attributes/breed.ts'
import { compareCollars } from '../../../api/matching/model/attributes/collar.ts'
import { compareColours, levelOfSimilarity } from '../../../api/matching/model/attributes/colours.ts'
import { compareAges, compareCoats, compareSizes } from '../../../api/matching/model/attributes/ladder.ts'
import { compareMarks } from '../../../api/matching/model/attributes/marks.ts'
import { comparePatterns } from '../../../api/matching/model/attributes/pattern.ts'
import { chipReason } from '../../../api/matching/model/chip.ts'
import { overrideParameters } from '../../../api/matching/model/override.ts'
import { defaultParameters } from '../../../api/matching/model/parameters.ts'
import { photoReason } from '../../../api/matching/model/photo.ts'
import { weighEvidence } from '../../../api/matching/model/population.ts'

const level = (one: Colour[], other: Colour[]) => levelOfSimilarity(compareColours(one, other))

describe('colours', () => {
  test.each<[string, Colour[], Colour[], string]>([
    ['the same set in another order', ['white', 'black'], ['black', 'white'], 'same'],
    ['tan called cream', ['tan'], ['cream'], 'close'],
    ['brown called red', ['brown'], ['red'], 'close'],
    ['a white patch left out', ['brown'], ['brown', 'white'], 'close'],
    ['black and white', ['black'], ['white'], 'disjoint'],
  ])('%s', (_, one, other, expected) => {
    expect(level(one, other)).toBe(expected)
  })
})

describe('breeds', () => {
  const compare = (one: string[], other: string[], isMix = false) =>
    compareBreeds({ breeds: one, isMix }, { breeds: other })?.level

  test('agree, overlap as mixes, look alike, or differ', () => {
    expect(compare(['labrador_retriever'], ['labrador_retriever'])).toBe('same')
    expect(compare(['labrador_retriever'], ['labrador_retriever'], true)).toBe('overlap')
    expect(compare(['labrador_retriever'], ['golden_retriever'])).toBe('confusable')
    expect(compare(['labrador_retriever'], ['chihuahua'])).toBe('different')
  })

  test('say nothing of a mongrel or a plain cat', () => {
    expect(compare(['mixed'], ['labrador_retriever'])).toBeUndefined()
    expect(compare(['domestic_shorthair'], ['siamese'])).toBeUndefined()
  })
})

describe('marks', () => {
  const notch = (side?: MarkSide) => ({ part: 'ear', type: 'notch', ...(side ? { side } : {}) }) as const
  const compare = (one?: MarkSide, other?: MarkSide) =>
    compareMarks([notch(one)], [notch(other)], defaultParameters.marks)[0]

  test('agree on one side, and contradict on opposite ones', () => {
    expect(compare('left', 'left')).toMatchObject({ relation: 'same', ratio: defaultParameters.marks.rare })
    expect(compare('left', 'right')).toMatchObject({ relation: 'contradict' })
  })

  test('agree less where a side is not said', () => {
    expect(compare('left')!.ratio).toBeLessThan(compare('left', 'left')!.ratio)
    expect(compare('left')!.ratio).toBeGreaterThan(1)
  })

  test('of a paw and of its leg are one', () => {
    const leg = { part: 'front_leg', side: 'left', type: 'scar' } as const
    const paw = { ...leg, part: 'front_paw' } as const
    const ratio = defaultParameters.marks.rare
    expect(compareMarks([leg], [paw], defaultParameters.marks)).toMatchObject([{ relation: 'same', ratio }])
    expect(compareMarks([leg], [{ ...paw, part: 'hind_paw' }], defaultParameters.marks)).toEqual([])
    const told = { species: 'dog', marks: [{ ...leg, visibility: 'public' }] } as const
    const twice = { ...told, marks: [...told.marks, { ...paw, visibility: 'public' as const }] }
    expect(codeAnimal(twice)).toEqual(codeAnimal({ ...told, marks: [...told.marks] }))
  })

  test('seen by one side only say nothing', () => {
    const scar = { part: 'back', type: 'scar' } as const
    expect(compareMarks([notch('left')], [scar], defaultParameters.marks)).toEqual([])
  })
})

test('collars agree by colour and thing, and a bare neck is weak', () => {
  const red = { worn: 'yes', colours: ['red'], items: ['collar', 'bell'] } as const
  const compare = (other: Parameters<typeof compareCollars>[1]) =>
    compareCollars(
      { ...red, colours: [...red.colours], items: [...red.items] },
      other,
      defaultParameters.collar,
    )?.ratio
  expect(compare({ worn: 'yes', colours: ['red'], items: ['bell'] })).toBe(defaultParameters.collar.same)
  expect(compare({ worn: 'yes', colours: ['red'], items: [] })).toBe(defaultParameters.collar.colour)
  expect(compare({ worn: 'yes', colours: ['blue'], items: [] })).toBe(defaultParameters.collar.contradict)
  expect(compare({ worn: 'no', colours: [], items: [] })).toBe(defaultParameters.collar.bare)
})

test('sizes, ages and coats know their neighbours', () => {
  expect(compareSizes('m', 'l')).toBe('adjacent')
  expect(compareSizes('xs', 'l')).toBe('apart')
  expect(compareAges('adult', 'senior')).toBe('adjacent')
  expect(compareCoats('short', 'long')).toBe('apart')
  expect(compareCoats('rough', 'long')).toBe('adjacent')
  expect(compareCoats('hairless', 'curly')).toBe('apart')
})

test('"solid" against "bicolour" repeats what known colours say', () => {
  const one = { pattern: 'solid', colours: ['black'] } as const
  expect(comparePatterns(one, { pattern: 'bicolour', colours: ['black', 'white'] })).toBeUndefined()
  expect(comparePatterns(one, { pattern: 'bicolour', colours: undefined })).toBe('different')
  expect(comparePatterns(one, { pattern: 'tabby', colours: ['grey_blue'] })).toBe('different')
})

describe('an agreement', () => {
  const evidence = { factor: 'sex', level: 'same', shares: [0.95, 0.5], values: ['male'] } as const

  test('counts for more where unrelated ones rarely agree', () => {
    const seen = (count: number) =>
      new Map([['sex', { total: 400, gradeSum: 0, levels: new Map([['same', count]]) }]] as const)
    const rare = weighEvidence(evidence, defaultParameters, seen(40)).multiplier
    const common = weighEvidence(evidence, defaultParameters, seen(390)).multiplier
    expect(rare).toBeGreaterThan(0.95 / 0.5)
    expect(common).toBeLessThan(0.95 / 0.5)
  })

  test('is the table’s own where no candidate is at hand', () => {
    expect(weighEvidence(evidence, defaultParameters).multiplier).toBeCloseTo(1.9, 12)
  })
})

test('chips weigh as published, and an unread one not at all', () => {
  const multiplier = (relation: Parameters<typeof chipReason>[0]) =>
    chipReason(relation, defaultParameters)?.multiplier
  expect(multiplier('equal')).toBe(1e6)
  expect(multiplier('near')).toBe(300)
  expect(multiplier('different')).toBe(1e-3)
  expect(multiplier('none_found')).toBe(0.3)
  expect(multiplier(undefined)).toBeUndefined()
})

test('photos stay within their bounds', () => {
  expect(photoReason(1e9, defaultParameters)?.multiplier).toBe(200)
  expect(photoReason(0, defaultParameters)?.multiplier).toBe(0.05)
  expect(photoReason(Number.NaN, defaultParameters)).toBeUndefined()
  expect(photoReason(undefined, defaultParameters)).toBeUndefined()
})

test('bands begin where the words say', () => {
  expect([0.8, 0.5, 0.2, 0.05, 0.049].map((probability) => bandOf(probability))).toEqual([
    'very_likely',
    'likely',
    'possible',
    'less_likely',
    'unlikely',
  ])
  expect(bandOf(0.1, true)).toBe('chip')
  expect(bandOf(0.1, false)).toBe('less_likely')
})

test('changes of another shape than the table’s are left alone', () => {
  const odd = { calibration: { a: 'x', b: 1 }, kernel: { dog: [[1]] }, unknown: 3, sex: null }
  const { calibration, kernel, sex, ...rest } = overrideParameters(defaultParameters, odd)
  expect(calibration).toEqual({ ...defaultParameters.calibration, b: 1 })
  expect(kernel).toEqual(defaultParameters.kernel)
  expect(sex).toEqual(defaultParameters.sex)
  expect(rest).not.toHaveProperty('unknown')
})

describe('the coded description', () => {
  test('takes fields first, and fills the rest from the words', () => {
    const codes = codeAnimal({
      species: 'dog',
      colours: ['black'],
      breed: 'labrador mix',
      collar: 'red, bell',
      description: 'Рыжий кобель, кастрирован',
    })
    expect(codes).toMatchObject({
      colours: ['black'],
      breeds: ['labrador_retriever'],
      isMix: true,
      sex: 'male',
      neutered: 'yes',
      collar: { worn: 'yes', colours: ['red'], items: ['collar', 'bell'] },
    })
  })

  test('never holds a sealed mark', () => {
    const marks = [{ part: 'ear', side: 'left', type: 'notch', visibility: 'sealed' }] as const
    expect(codeAnimal({ species: 'cat', marks: [...marks] })).toEqual({})
  })
})
