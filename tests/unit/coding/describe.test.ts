import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { codeDescription } from '../../../api/domain/coding/describe.ts'
import { MAX_TEXT_LENGTH } from '../../../api/domain/coding/text.ts'
import { CODED_FIELDS } from '../../../api/domain/coding/types.ts'

const wordsOf = (text: string, field: string) =>
  codeDescription(text)
    .spans.filter((span) => span.field === field)
    .map((span) => text.slice(span.start, span.end))

describe('what free text says of an animal', () => {
  it('reads a Russian advert with white paws as colours and marks of all four', () => {
    const coded = codeDescription('рыжий кот с белыми лапками')
    expect(coded).toMatchObject({ species: 'cat', sex: 'male', colours: ['red', 'white'] })
    expect(coded.marks).toEqual([
      { part: 'front_paw', side: 'both', type: 'white_patch', visibility: 'public' },
      { part: 'hind_paw', side: 'both', type: 'white_patch', visibility: 'public' },
    ])
  })

  it.each([
    ['bl/wh DSH', { species: 'cat', colours: ['black', 'white'], pattern: 'bicolour', coat: 'short' }],
    ['M/N', { sex: 'male', neutered: 'yes' }],
    ['F/S', { sex: 'female', neutered: 'yes' }],
    ['spayed torbie', { species: 'cat', sex: 'female', neutered: 'yes', pattern: 'tortie' }],
    ['чёрно-подпалый кобель', { species: 'dog', sex: 'male', colours: ['black', 'tan'] }],
    ['щенок 3 мес', { species: 'dog', age: 'baby' }],
    ['щенок 8 мес', { species: 'dog', age: 'young' }],
    ['около 7 лет', { age: 'adult' }],
    ['old', { age: 'senior' }],
    ['3 years old', { age: 'adult' }],
    ['a year and a half old', { age: 'young' }],
    ['two and a half years old', { age: 'adult' }],
    ['half a year old', { age: 'young' }],
    ['eighteen months old', { age: 'young' }],
    ['very young puppy', { age: 'baby' }],
    ['кастрация нет', { neutered: 'no' }],
    ['Стерилизована: да', { neutered: 'yes' }],
    ['трёхцветная кошка', { pattern: 'calico', colours: ['black', 'red', 'white'] }],
    ['tricolour beagle', { pattern: 'tricolour', colours: [] }],
    ['овчарка чепрачная', { colours: ['black', 'tan'], pattern: 'saddle' }],
  ])('codes "%s"', (text, expected) => {
    expect(codeDescription(text)).toMatchObject(expected)
  })

  it.each([
    ['Собака чёрная, хозяин был в красной куртке', { marks: [] }],
    ['He was last seen with a man in a blue jacket. Tan shepherd', { marks: [] }],
    ['brown dog chased by a black dog', { colours: ['brown'] }],
    ['Рыжая такса убежала за черной кошкой', { species: 'dog', colours: ['red'] }],
    ['Grey tabby, my other cat is black', { colours: ['grey_blue'] }],
    ['Потерялась кошка, дома остался её брат рыжий кот', { colours: [], sex: 'female' }],
    ['Рыжая, хвост колечком, дворняга', { species: 'dog' }],
    ['all black, not a speck of white', { colours: ['black'] }],
    ['siamese with crossed blue eyes', { isMix: false }],
    ['salt & pepper, uncropped ears', { marks: [] }],
    ['собака, ошейник синего цвета', { collar: { worn: 'yes', colours: ['blue'], items: ['collar'] } }],
    ['white pitty, spaded', { neutered: 'yes' }],
    ['сука нем. овч.', { breeds: [{ code: 'german_shepherd', confidence: 0.9 }] }],
  ])('reads "%s" of the animal it is about', (text, expected) => {
    expect(codeDescription(text)).toMatchObject(expected)
  })

  it('says no sex of two animals of different sexes, and no age of a mother with her litter', () => {
    expect(codeDescription('2 dogs: black lab male and yellow lab female').sex).toBeUndefined()
    expect(codeDescription('Найдена кошка с котятами').age).toBeUndefined()
  })

  it('gives "striped" and "marbled" the meaning they have for the species', () => {
    expect(codeDescription('кот тигровый').pattern).toBe('tabby')
    expect(codeDescription('питбуль тигровый').pattern).toBe('brindle')
    expect(codeDescription('мраморный', { species: 'cat' }).pattern).toBe('tabby')
    expect(codeDescription('мраморный', { species: 'dog' }).pattern).toBe('merle')
  })

  it('hears a denial', () => {
    expect(codeDescription('не кастрирован').neutered).toBe('no')
    expect(codeDescription('hasn’t been neutered yet').neutered).toBe('no')
    expect(codeDescription('без ошейника').collar).toEqual({ worn: 'no', colours: [], items: [] })
    expect(codeDescription('ошейника не было').collar?.worn).toBe('no')
    expect(codeDescription('no collar').collar?.worn).toBe('no')
    expect(codeDescription('not a pitbull').breeds).toEqual([])
  })

  it('understands a misspelling of a long word, but not another word that looks like it', () => {
    expect(codeDescription('nuetered').neutered).toBe('yes')
    expect(codeDescription('стирилизованная').neutered).toBe('yes')
    expect(codeDescription('rottwieler').breeds[0]?.code).toBe('rottweiler')
    for (const word of ['retrieved', 'французский', 'мурманская', 'attached', 'snippets'])
      expect(codeDescription(word)).toMatchObject({ breeds: [], spans: [] })
  })

  it('forgives a slip of the fingers in a shorter word, where no other letter is typed', () => {
    expect(codeDescription('feamle kittten')).toMatchObject({ sex: 'female', age: 'baby' })
    expect(codeDescription('she was sprayed by a skunk').neutered).toBeUndefined()
    expect(codeDescription('he stayed with us').neutered).toBeUndefined()
  })

  it('leaves open what the writer does not know', () => {
    expect(codeDescription('кобель, кастрирован ли - неизвестно').neutered).toBeUndefined()
    expect(codeDescription('about 2 mnoths old').age).toBeUndefined()
  })

  it('leaves "no tags" open: the collar may be there', () => {
    expect(codeDescription('no tags').collar).toBeUndefined()
    expect(codeDescription('wearing a collar but no tags').collar?.worn).toBe('yes')
  })

  it('keeps the colours of collar, eyes, nose and cars away from the coat', () => {
    expect(codeDescription('black dog, red collar').colours).toEqual(['black'])
    expect(codeDescription('белый кот, глаза голубые, нос чёрный').colours).toEqual(['white'])
    expect(codeDescription('found under a red car: grey kitten').colours).toEqual(['grey_blue'])
    expect(codeDescription('кот в синем ошейнике с колокольчиком').collar).toEqual({
      worn: 'yes',
      colours: ['blue'],
      items: ['collar', 'bell'],
    })
  })

  it('puts marks on their part and side', () => {
    const marksOf = (text: string) => codeDescription(text).marks.map(({ visibility: _, ...mark }) => mark)
    expect(marksOf('белая с чёрным пятном на левом ухе')).toEqual([
      { part: 'ear', side: 'left', type: 'dark_patch' },
    ])
    expect(marksOf('notch in right ear')).toEqual([{ part: 'ear', side: 'right', type: 'notch' }])
    expect(marksOf('уши и хвост купированы')).toEqual([
      { part: 'tail', type: 'docked' },
      { part: 'ear', side: 'both', type: 'docked' },
    ])
    expect(marksOf('хаски, глаза разные')).toEqual([{ part: 'eye', type: 'odd_eyed' }])
    expect(marksOf('хромает на левую заднюю')).toEqual([{ part: 'hind_leg', side: 'left', type: 'limp' }])
  })

  it('takes a name for a name, not for a colour or a breed', () => {
    expect(codeDescription('серый кот, кличка Рыжик').colours).toEqual(['grey_blue'])
    expect(codeDescription('white cat, answers to Brown').colours).toEqual(['white'])
    expect(codeDescription('такса, зовут «Хаски»').breeds.map((breed) => breed.code)).toEqual(['dachshund'])
    expect(codeDescription('рыжик потерялся, котик').colours).toEqual(['red'])
  })

  it('does not take other animals and spans of time for the animal and its age', () => {
    expect(codeDescription('Очень боится собак! Кот белый').species).toBe('cat')
    expect(codeDescription('missing for 2 weeks, grey cat').age).toBeUndefined()
    expect(codeDescription('пропал 3 дня назад').age).toBeUndefined()
    expect(codeDescription('уже 2 года ищем').age).toBeUndefined()
  })

  it('names both parents of a mix with less confidence than a breed said plainly', () => {
    const mix = codeDescription('pit x staff')
    const plain = codeDescription('питбуль')
    expect(mix).toMatchObject({ isMix: true, species: 'dog' })
    expect(mix.breeds.map((breed) => breed.code)).toEqual([
      'american_pit_bull_terrier',
      'american_staffordshire_terrier',
    ])
    expect(mix.breeds[0]!.confidence).toBeLessThan(plain.breeds[0]!.confidence)
    expect(codeDescription('похож на хаски').breeds[0]!.confidence).toBeLessThan(mix.breeds[0]!.confidence)
  })

  it('says which words gave what', () => {
    const text = 'Пропал рыжий кот, белые лапы'
    expect(wordsOf(text, 'colours')).toEqual(['рыжий', 'белые лапы'])
    expect(wordsOf(text, 'species')).toEqual(['кот'])
    expect(wordsOf('she is not spayed', 'neutered')).toEqual(['not spayed'])
  })

  it('trusts the species chosen in the form', () => {
    expect(codeDescription('бобтейл', { species: 'dog' }).breeds[0]?.code).toBe('old_english_sheepdog')
    expect(codeDescription('британец', { species: 'dog' }).breeds).toEqual([])
  })

  it('says nothing of text that says nothing', () => {
    for (const text of ['', '   ', 'Помогите!', '12345', '🐾', '-/-', 'call 555-0100'])
      expect(codeDescription(text)).toEqual({ breeds: [], isMix: false, colours: [], marks: [], spans: [] })
  })
})

describe('any text at all', () => {
  const vocabulary = [
    ...[
      'рыжий',
      'кот',
      'с',
      'белыми',
      'лапами',
      'не',
      'без',
      'ошейника',
      'глаз',
      'левый',
      'пятно',
      'на',
      'лет',
      '3',
      '-',
    ],
    ...[
      'black',
      'and',
      'white',
      'dog',
      'ear',
      'no',
      'collar',
      '/',
      'M',
      'tip',
      'missing',
      'old',
      'one',
      'eye',
      ',',
      '.',
      'x',
    ],
    ...[
      'hind',
      'front',
      'limp',
      'half',
      'kg',
      'size of',
      'mix',
      'дворняга',
      '1',
      '2',
      'yrs',
      'ago',
      ':',
      '\n',
      'tail',
      'toes',
    ],
  ]
  const anyText = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 300 }),
    fc.string({ unit: 'grapheme', maxLength: 300 }),
    fc.array(fc.constantFrom(...vocabulary), { maxLength: 40 }).map((words) => words.join(' ')),
  )

  it('is coded without throwing, with spans inside the text', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        for (const span of codeDescription(text).spans) {
          expect(CODED_FIELDS).toContain(span.field)
          expect(span.start).toBeGreaterThanOrEqual(0)
          expect(span.end).toBeGreaterThan(span.start)
          expect(span.end).toBeLessThanOrEqual(text.length)
        }
      }),
      { numRuns: 1000 },
    )
  })

  it('is coded the same each time and in any letter case of ё and of capitals', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...vocabulary), { maxLength: 20 }), (words) => {
        const text = words.join(' ').replace(/\bm\b/gi, '')
        const { spans: _, ...coded } = codeDescription(text)
        expect(codeDescription(text)).toMatchObject(coded)
        expect(codeDescription(text.replaceAll('е', 'ё'))).toMatchObject(coded)
      }),
    )
  })

  it('is read to a bound and no further', () => {
    const long = `${'я '.repeat(MAX_TEXT_LENGTH)} рыжий кот`
    expect(codeDescription(long).colours).toEqual([])
    expect(codeDescription('а'.repeat(1_000_000)).spans).toEqual([])
    expect(codeDescription('рыжий кот '.repeat(100_000)).colours).toEqual(['red'])
  })
})
