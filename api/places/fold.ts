/**
 * One spelling for what people mean by the same name, however they type it: Cyrillic or any romanisation, with or
 * without ё, soft signs and hyphens. "Щёлково", "shchelkovo" and "Schelkovo" all become "shelkovo".
 */

const CYRILLIC: Record<string, string> = {
  а: 'a',
  б: 'b',
  в: 'v',
  г: 'g',
  д: 'd',
  е: 'e',
  ё: 'e',
  ж: 'zh',
  з: 'z',
  и: 'i',
  й: 'i',
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
  х: 'h',
  ц: 'ts',
  ч: 'ch',
  ш: 'sh',
  щ: 'sh',
  ъ: '',
  ы: 'i',
  ь: '',
  э: 'e',
  ю: 'u',
  я: 'a',
}

/** Applied in this order to Latin letters. */
const SOUNDS: [RegExp, string][] = [
  [/shch|sch/g, 'sh'],
  [/kh/g, 'h'],
  [/ts|tz/g, 'c'],
  [/ck/g, 'k'],
  [/x/g, 'ks'],
  [/w/g, 'v'],
  [/(?<=[bcdfghklmnprstvz])yo/g, 'e'],
  [/[yji](?=[aeou])/g, ''],
  [/[yj]/g, 'i'],
  [/ph/g, 'f'],
  [/(.)\1+/g, '$1'],
]

/** Words in the folded spelling, in order; none for text without letters or digits. */
export function foldWords(text: string): string[] {
  return text
    .toLowerCase()
    .split(/[^\p{L}\p{M}\p{N}'’`]+/u)
    .map(foldWord)
    .filter(Boolean)
}

function foldWord(word: string): string {
  const latin = [...word].map((letter) => CYRILLIC[letter] ?? letter).join('')
  const plain = latin.normalize('NFD').replace(/[\p{M}'’`]/gu, '')
  return SOUNDS.reduce((folded, [sound, letter]) => folded.replace(sound, letter), plain)
}
