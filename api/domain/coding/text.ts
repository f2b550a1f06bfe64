/**
 * Cuts free text into tokens that remember where they stood, and reduces words to stems, so that a table can
 * hold "рыжий" and find "рыжего". Everything here is linear in the length of the text.
 */

/** What is read of one text, in UTF-16 units; the rest is left alone. */
export const MAX_TEXT_LENGTH = 4000

export type Token = {
  kind: 'word' | 'number' | 'sign'
  /** Lower case, ё as е, Latin accents and apostrophes dropped. */
  text: string
  stem: string
  /** Half-open range in the original text, in UTF-16 units. */
  start: number
  end: number
  /** Written in capitals only: tells "M" for male from a stray letter. */
  capitals: boolean
}

const TOKEN =
  /(\d{1,9}(?:[.,]\d{1,9})?)(?:-?(?:х|ти|ми|го)(?!\p{L}))?|([\p{L}\p{M}]+(?:['’][\p{L}\p{M}]+)*)|\n|[^\s]/gu

export function tokenise(text: string): Token[] {
  const tokens: Token[] = []
  for (const match of text.slice(0, MAX_TEXT_LENGTH).matchAll(TOKEN)) {
    const [raw, number, word] = match
    const kind = number !== undefined ? 'number' : word !== undefined ? 'word' : 'sign'
    const normal = kind === 'word' ? normaliseWord(raw) : (number?.replace(',', '.') ?? raw)
    tokens.push({
      kind,
      text: normal,
      stem: kind === 'word' ? stemWord(normal) : normal,
      start: match.index,
      end: match.index + raw.length,
      capitals: kind === 'word' && raw === raw.toUpperCase(),
    })
  }
  return tokens
}

export function normaliseWord(word: string): string {
  const lower = word.normalize('NFC').toLowerCase().replaceAll('ё', 'е').replace(/['’]/g, '')
  return /\p{Script=Cyrillic}/u.test(lower) ? lower : lower.normalize('NFD').replace(/\p{M}/gu, '')
}

/** Longest first: adjective and noun endings of Russian in all cases, genders and numbers. */
const RUSSIAN_ENDINGS = [
  ...['ыми', 'ими', 'ого', 'его', 'ому', 'ему', 'ами', 'ями'],
  ...[
    'ая',
    'яя',
    'ое',
    'ее',
    'ый',
    'ий',
    'ой',
    'ей',
    'ые',
    'ие',
    'ую',
    'юю',
    'ых',
    'их',
    'ым',
    'им',
    'ою',
    'ею',
  ],
  ...['ов', 'ев', 'ам', 'ям', 'ах', 'ях', 'ом', 'ем', 'ью', 'ья', 'ье', 'ьи'],
  ...['а', 'я', 'о', 'е', 'у', 'ю', 'ы', 'и', 'ь', 'й'],
]

/** A word without its ending; at least two letters stay. Both the table and the text go through it. */
export function stemWord(word: string): string {
  return /[а-я]/.test(word) ? stemRussian(word) : stemEnglish(word)
}

function stemRussian(word: string): string {
  // The vowel that comes and goes: британец, британца; щенок, щенка; лапок, лапки.
  if (word.length > 4 && /(ок|ек|ец)$/.test(word)) return word.slice(0, -2) + word.slice(-1)
  const ending = RUSSIAN_ENDINGS.find((each) => word.length - each.length >= 2 && word.endsWith(each))
  const bare = ending ? word.slice(0, -ending.length) : word
  const plain = bare.length > 6 && /[ео]ньк$/.test(bare) ? bare.slice(0, -4) : bare
  return plain.length > 3 && plain.endsWith('нн') ? plain.slice(0, -1) : plain
}

function stemEnglish(word: string): string {
  if (word.length < 4 || !word.endsWith('s') || /(ss|us|is)$/.test(word)) return word
  if (word.endsWith('ies')) return `${word.slice(0, -3)}y`
  return word.length > 4 && /(ch|sh|x|s)es$/.test(word) ? word.slice(0, -2) : word.slice(0, -1)
}
