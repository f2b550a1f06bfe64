import { type Token, tokenise } from './text.ts'

/** Signs that may stand between the words of one entry: "колор-пойнт", "M/N", "D.S.H.", "black & tan". */
const JOINERS = new Set(['-', '–', '—', '/', '\\', '.', '&', '+', '‑'])
const LONGEST_ENTRY = 5

export type Found<T> = { value: T; from: number; to: number; guessed: boolean }
export type Lexicon<T> = {
  /** The longest entry that begins at token `from`; `to` is the token after its last one. */
  find: (tokens: readonly Token[], from: number) => Found<T> | undefined
  /** An entry one letter away from a long word ("лабродор"): only for words of `MIN_GUESSED` letters. */
  guess: (tokens: readonly Token[], from: number) => Found<T> | undefined
}

const MIN_GUESSED = 8
/** Shorter words are guessed only from slips of the fingers, whose result is seldom another word. */
const MIN_SLIPPED = 6

/**
 * Entries are words or phrases; "=" before a phrase means exactly these forms and no others. Of two entries with the
 * same words the earlier one holds, unless `merge` makes one of both.
 */
export function buildLexicon<T>(
  entries: Iterable<readonly [phrase: string, value: T]>,
  merge: (earlier: T, later: T) => T = (earlier) => earlier,
): Lexicon<T> {
  const byStems = new Map<string, T>()
  const byForms = new Map<string, T>()
  const longWords = new Map<string, string>()
  const firstWords = new Set<string>()
  for (const [phrase, value] of entries) {
    const exact = phrase.startsWith('=')
    const words = tokenise(exact ? phrase.slice(1) : phrase).filter((token) => token.kind !== 'sign')
    const key = words.map((token) => (exact ? token.text : token.stem)).join(' ')
    const map = exact ? byForms : byStems
    firstWords.add(key.split(' ', 1)[0]!)
    const earlier = map.get(key)
    map.set(key, earlier === undefined ? value : merge(earlier, value))
    const [only] = words
    if (!exact && words.length === 1 && only && only.stem.length >= MIN_SLIPPED) {
      for (const variant of withoutOneLetter(only.stem)) {
        if (!longWords.has(variant)) longWords.set(variant, only.stem)
      }
    }
  }

  function find(tokens: readonly Token[], from: number): Found<T> | undefined {
    const first = tokens[from]
    if (!first || !(firstWords.has(first.stem) || firstWords.has(first.text))) return undefined
    let best: Found<T> | undefined
    let stems = ''
    let forms = ''
    let words = 0
    for (let at = from; at < tokens.length && words < LONGEST_ENTRY; at++) {
      const token = tokens[at]!
      if (token.kind === 'sign') {
        if (words > 0 && JOINERS.has(token.text) && tokens[at - 1]?.kind !== 'sign') continue
        break
      }
      const gap = words === 0 ? '' : ' '
      stems += gap + token.stem
      forms += gap + token.text
      words++
      const value = byForms.get(forms) ?? byStems.get(stems)
      if (value !== undefined) best = { value, from, to: at + 1, guessed: false }
    }
    return best
  }

  function guess(tokens: readonly Token[], from: number): Found<T> | undefined {
    const token = tokens[from]
    if (token?.kind !== 'word' || token.text.length < MIN_SLIPPED || token.text.length > 24) return undefined
    const isShort = token.text.length < MIN_GUESSED
    for (const key of withoutOneLetter(token.stem)) {
      const known = longWords.get(key)
      const isNear = isShort ? isSlip : isOneEditAway
      const value = known !== undefined && isNear(token.stem, known) ? byStems.get(known) : undefined
      if (value !== undefined) return { value, from, to: from + 1, guessed: true }
    }
    return undefined
  }

  return { find, guess }
}

/** The word itself and every form with one letter dropped: words one edit apart share at least one of them. */
function withoutOneLetter(word: string): string[] {
  return [word, ...Array.from(word, (_, at) => word.slice(0, at) + word.slice(at + 1))]
}

/**
 * One letter changed, added, dropped or two neighbours swapped, but neither the first letter nor the last two:
 * another ending makes another word ("retrieve", "французский").
 */
function isOneEditAway(one: string, other: string): boolean {
  if (Math.abs(one.length - other.length) > 1) return false
  let head = 0
  while (head < one.length && one[head] === other[head]) head++
  let tail = 0
  const limit = Math.min(one.length, other.length) - head
  while (tail < limit && one[one.length - 1 - tail] === other[other.length - 1 - tail]) tail++
  const left = one.slice(head, one.length - tail)
  const right = other.slice(head, other.length - tail)
  const isDoubled = left.length + right.length === 1 && (left || right) === one[head - 1]
  if (head === 0 || (tail < 2 && !isDoubled)) return false
  if (left.length <= 1 && right.length <= 1) return true
  return left.length === 2 && left[0] === right[1] && left[1] === right[0]
}

/** Two neighbouring letters swapped or one typed twice, and not the first: "feamle", "kittten". */
function isSlip(slipped: string, word: string): boolean {
  if (slipped[0] !== word[0] || slipped === word) return false
  let at = 1
  while (slipped[at] === word[at]) at++
  if (slipped.length === word.length + 1) {
    return slipped[at] === slipped[at - 1] && slipped.slice(at + 1) === word.slice(at)
  }
  const isSwapped = slipped[at] === word[at + 1] && slipped[at + 1] === word[at]
  return slipped.length === word.length && isSwapped && slipped.slice(at + 2) === word.slice(at + 2)
}
