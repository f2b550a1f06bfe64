import { type BreedMentions, findBreeds } from './breed-words.ts'
import { buildLexicon } from './lexicon.ts'
import { type Token, tokenise } from './text.ts'
import english from './words-en.data.json' with { type: 'json' }
import russian from './words-ru.data.json' with { type: 'json' }

/**
 * What one word or phrase says, by name: { colour: "black,tan", pattern: "saddle" }. The names are the left sides
 * of the keys in the word tables; what is no code of the contract ("with", "neg", "thing") steers the reading.
 */
export type Facts = Readonly<Record<string, string | undefined>>

/** One piece of the text in reading order: a known word or phrase, a breed, or a token that says nothing. */
export type Item = {
  facts: Facts
  /** Breed code, when the piece names a breed. */
  breed?: string
  isMixWord?: boolean
  /** Guessed from a misspelling. */
  guessed: boolean
  token: Token
  /** Form of the last word, for number (лапа, лапы) and case. */
  last: Token
  /** Index of the comma-separated part, and of the sentence, this piece belongs to. */
  segment: number
  sentence: number
}

type Table = Readonly<Record<string, string>>

const wordLexicon = buildLexicon(
  [english as Table, russian as Table].flatMap((table) =>
    Object.entries(table).flatMap(([key, phrases]) => {
      const facts = readKey(key)
      return phrases.split(', ').map((phrase) => [phrase, facts] as const)
    }),
  ),
  (earlier: Facts, later: Facts): Facts => ({ ...later, ...earlier }),
)

function readKey(key: string): Facts {
  return Object.fromEntries(key.split(' ').map((fact) => fact.split(':', 2)))
}

const NOTHING: Facts = {}
const SENTENCE_ENDS = new Set(['.', '!', '?', ';', '\n', '•', '|'])
const SEGMENT_ENDS = new Set([',', ')', ...SENTENCE_ENDS])

export type Reading = { tokens: Token[]; items: Item[]; breeds: BreedMentions }

export function readItems(text: string): Reading {
  const tokens = tokenise(text)
  const breeds = findBreeds(tokens)
  const breedAt = new Map(breeds.breeds.map((breed) => [breed.from, breed]))
  const mixAt = new Map(breeds.mixes.map((mix) => [mix.from, mix]))
  const items: Item[] = []
  let segment = 0
  let sentence = 0
  for (let at = 0; at < tokens.length; ) {
    const token = tokens[at]!
    if (isName(text, token, items)) {
      items.push({ facts: NOTHING, guessed: false, token, last: token, segment, sentence })
      at++
      continue
    }
    const breed = breedAt.get(at)
    const mix = mixAt.get(at)
    const found = wordLexicon.find(tokens, at)
    const word = found && isWanted(tokens, found.from, found.to, found.value) ? found : undefined
    const place = { token, segment, sentence }
    const breedEnd = Math.max(breed && !breed.guessed ? breed.to : 0, mix?.to ?? 0)
    if ((breed || mix) && breedEnd >= (word?.to ?? 0)) {
      const to = Math.max(breed?.to ?? 0, mix?.to ?? 0)
      items.push({
        ...{ facts: NOTHING, guessed: breed?.guessed ?? false, last: tokens[to - 1]! },
        ...place,
        ...(breed && { breed: breed.value }),
        ...(mix && { isMixWord: true }),
      })
      at = to
      continue
    }
    const known = word ?? (breed ? undefined : guessWord(tokens, at))
    if (known) {
      items.push({ facts: known.value, guessed: known.guessed, last: tokens[known.to - 1]!, ...place })
      at = known.to
      continue
    }
    items.push({
      ...{ facts: NOTHING, guessed: breed?.guessed ?? false, last: token },
      ...place,
      ...(breed && { breed: breed.value }),
    })
    if (token.kind === 'sign' && SEGMENT_ENDS.has(token.text[0]!)) segment++
    if (token.kind === 'sign' && SENTENCE_ENDS.has(token.text[0]!)) sentence++
    at++
  }
  return { tokens, items, breeds }
}

/** Facts worth guessing from a misspelling: a guessed "with" or "attacked" would do more harm than good. */
const GUESSABLE = ['colour', 'pattern', 'coat', 'species', 'sex', 'neutered', 'age', 'item'] as const

function guessWord(tokens: readonly Token[], at: number): ReturnType<typeof wordLexicon.guess> {
  const guessed = wordLexicon.guess(tokens, at)
  return guessed && GUESSABLE.some((name) => guessed.value[name]) ? guessed : undefined
}

/** "Answers to Brown", "кличка: Рыжий": the pet's name is no colour and no breed. */
function isName(text: string, token: Token, items: readonly Item[]): boolean {
  if (
    token.kind !== 'word' ||
    text.slice(token.start, token.start + 1).toLowerCase() === text.slice(token.start, token.start + 1)
  ) {
    return false
  }
  const before =
    items.at(-1)?.token.kind === 'sign' && /[:"«“—–-]/.test(items.at(-1)!.token.text)
      ? items.at(-2)
      : items.at(-1)
  return before?.facts['name'] !== undefined
}

/** Single letters count only as people use them: "M/N", "FS", "(M)", "пол: ж". */
function isWanted(tokens: readonly Token[], from: number, to: number, facts: Facts): boolean {
  if (!facts['letter']) return true
  const words = tokens.slice(from, to)
  if (words.length > 1)
    return words.some((token) => token.kind === 'sign') || words.every((token) => token.capitals)
  const [only] = words
  if (!only) return false
  const before = tokens[from - 1]
  const after = tokens[to]
  const isFree = (token: Token | undefined) =>
    token === undefined || (token.kind === 'sign' && !"'’&".includes(token.text))
  if (only.text.length > 1 && (only.capitals || only.text.length > 2)) return true
  if (only.capitals && /[a-z]/.test(only.text)) return after?.kind !== 'sign' || isFree(after)
  return isFree(before) && isFree(after)
}
