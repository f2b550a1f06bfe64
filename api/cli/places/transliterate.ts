/**
 * Russian spelling restored from GeoNames' romanisation (BGN/PCGN 1947), and the other way round. The first cannot be
 * perfect, since some sources drop the soft sign; names that matter are corrected in russian-names.ts.
 */

const VOWELS = 'аеёиоуыэюя'

/** Longest first: the first that fits is taken. */
const LATIN: [latin: string, cyrillic: string][] = [
  ['shch', 'щ'],
  ['yy', 'ый'],
  ['iy', 'ий'],
  ['yë', 'ё'],
  ['ye', 'е'],
  ['yo', 'йо'],
  ['yu', 'ю'],
  ['ya', 'я'],
  ['zh', 'ж'],
  ['kh', 'х'],
  ['ts', 'ц'],
  ['ch', 'ч'],
  ['sh', 'ш'],
  ['ë', 'ё'],
  ['a', 'а'],
  ['b', 'б'],
  ['v', 'в'],
  ['g', 'г'],
  ['d', 'д'],
  ['z', 'з'],
  ['i', 'и'],
  ['k', 'к'],
  ['l', 'л'],
  ['m', 'м'],
  ['n', 'н'],
  ['o', 'о'],
  ['p', 'п'],
  ['r', 'р'],
  ['s', 'с'],
  ['t', 'т'],
  ['u', 'у'],
  ['f', 'ф'],
  ['h', 'х'],
  ['c', 'к'],
  ['j', 'й'],
  ['w', 'в'],
  ['’', 'ь'],
  ["'", 'ь'],
  ['”', 'ъ'],
  ['"', 'ъ'],
  ['`', 'ь'],
  ['‘', 'ь'],
]

/** Endings and clusters that the romanisation of many sources shortens, or writes like others. */
const REPAIRS: [RegExp, string][] = [
  [/лск/g, 'льск'],
  [/([сц])кы$/g, '$1кий'],
  // Adjectives; other stems in -н and all in -в are plurals: "Ливны", "Поляны".
  [/([жрч]н|ейн)ы$/g, '$1ый'],
  // "ts" is both ц and тс: "Липецк", but "Иркутск".
  [
    /(ирку|яку|бра|камча|вя|сове|бача|сарга|аба|мос|охо|шева|солда|нагу|нуку|депута|ита|кле|боло|уся)цк/gi,
    '$1тск',
  ],
]

function wordToRussian(latin: string): string {
  let rest = latin.toLowerCase()
  let word = ''
  while (rest) {
    const last = word.at(-1) ?? ''
    if (rest[0] === 'e') {
      // Romanised е is "ye" at the start of a word, so a bare e there is э.
      word += last === '' ? 'э' : 'е'
      rest = rest.slice(1)
      continue
    }
    const afterVowel = last === '' || VOWELS.includes(last)
    if (rest[0] === 'y' && (!/^y[yëeoua]/.test(rest) || (rest[1] === 'y' && afterVowel))) {
      word += afterVowel ? 'й' : 'ы'
      rest = rest.slice(1)
      continue
    }
    if (/^[iy]y[ëeua]/.test(rest)) {
      // The y is the next letter's: "-iye" is ие, "-iya" is ия.
      word += rest[0] === 'i' ? 'и' : 'ы'
      rest = rest.slice(1)
      continue
    }
    if (rest.startsWith('yo') && last !== '' && !VOWELS.includes(last)) {
      // Sources that drop the dots write ё so: "Beryozovsky"; at the start it is й, "Yoshkar-Ola".
      word += 'ё'
      rest = rest.slice(2)
      continue
    }
    const fitting = LATIN.find(([start]) => rest.startsWith(start))
    word += fitting ? fitting[1] : rest[0]
    rest = rest.slice(fitting ? fitting[0].length : 1)
  }
  for (const [fault, repair] of REPAIRS) word = word.replace(fault, repair)
  return latin[0] === latin[0]?.toUpperCase() ? word.charAt(0).toUpperCase() + word.slice(1) : word
}

export function toRussian(name: string): string {
  return name
    .split(/([\s-]+)/)
    .map((part) => (/^[\s-]+$/.test(part) ? part : wordToRussian(part)))
    .join('')
    .replace(/-На-/g, '-на-')
}

const CYRILLIC: Record<string, string> = {
  а: 'a',
  б: 'b',
  в: 'v',
  г: 'g',
  д: 'd',
  е: 'e',
  ё: 'yo',
  ж: 'zh',
  з: 'z',
  и: 'i',
  й: 'y',
  к: 'k',
  л: 'l',
  м: 'm',
  н: 'n',
  о: 'o',
  п: 'p',
  р: 'r',
  с: 's',
  т: 't',
  у: 'u',
  ф: 'f',
  х: 'kh',
  ц: 'ts',
  ч: 'ch',
  ш: 'sh',
  щ: 'shch',
  ъ: '',
  ы: 'y',
  ь: '',
  э: 'e',
  ю: 'yu',
  я: 'ya',
}

const capital = (word: string) => word.charAt(0).toUpperCase() + word.slice(1)

/** The plain way that signs in Moscow are written: "Shchyolkovskaya", "Yugo-Zapadnaya". */
export function toLatin(name: string): string {
  // Initials keep their capitals: ВДНХ is VDNKh.
  if (name.length > 1 && name === name.toUpperCase())
    return [...name].map((letter) => capital(CYRILLIC[letter.toLowerCase()] ?? letter)).join('')
  const plain = name.replace(/[ыи]й(?=$|[\s-])/g, 'y').toLowerCase()
  let out = ''
  for (let i = 0; i < plain.length; i++) {
    const letter = plain[i]!
    const before = plain[i - 1] ?? ''
    const soft = letter === 'е' && (before === '' || /[\s\-аеёиоуыэюяьъ]/.test(before))
    out += soft ? 'ye' : (CYRILLIC[letter] ?? letter)
  }
  return out.replace(/(^|[\s-])(\S)/g, (_, gap: string, first: string) => gap + first.toUpperCase())
}
