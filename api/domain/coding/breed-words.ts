import { BREED_CROSSES, BREEDS, CONTEXTUAL_BREED_WORDS, getBreed } from './breeds.ts'
import { buildLexicon, type Found } from './lexicon.ts'
import { type Token, tokenise } from './text.ts'

const breedLexicon = buildLexicon<readonly string[]>([
  ...BREEDS.filter((breed) => breed.code !== 'mixed').flatMap((breed) =>
    [breed.en, breed.ru, ...breed.synonyms].map((phrase) => [phrase, [breed.code]] as const),
  ),
  ...Object.entries(BREED_CROSSES),
])

const MIX_WORDS: readonly string[] = [
  ...[
    'mix',
    'mixed',
    'mixed breed',
    'mix breed',
    'mixbreed',
    'cross',
    'crossed',
    'x',
    'mutt',
    'crossbreed',
    'cross breed',
  ],
  ...['mongrel', 'heinz 57', 'half breed', 'part', 'crossbred', 'mx', 'mixes'],
  ...[
    'метис',
    'метиска',
    'метисочка',
    'метисик',
    'помесь',
    'полукровка',
    'полукровок',
    'дворняга',
    'дворняжка',
    'дворняжечка',
  ],
  ...[
    'двортерьер',
    'двор терьер',
    'дворянин',
    'дворянка',
    'беспородный',
    'безпородный',
    'без породы',
    'микс',
    'дворняг',
  ],
  ...[
    'дворняжек',
    'смесь',
    'смесь пород',
    'метисы',
    'дворовый',
    'дворовой',
    'двортерьерша',
    'дворовая',
    'непородистый',
  ],
]
const mixLexicon = buildLexicon(MIX_WORDS.map((phrase) => [phrase, true] as const))

/** "x" and "part" join two breeds, and say nothing alone. */
const JOINING_MIX_WORDS = new Set(['x', 'х', 'part', 'cross', 'mx'])

export type BreedMention = Found<string> & { contextual: boolean }
export type BreedMentions = { breeds: BreedMention[]; mixes: Found<true>[] }

/**
 * Breeds and mix words in their order. With `isBreedField` the whole text is known to speak of a breed, so that
 * "Jack" or "той" count; in running text they count only beside a mix word.
 */
export function findBreeds(tokens: readonly Token[], isBreedField = false): BreedMentions {
  const breeds: BreedMention[] = []
  const mixes: Found<true>[] = []
  for (let at = 0; at < tokens.length; ) {
    const named = breedLexicon.find(tokens, at)
    const mix = mixLexicon.find(tokens, at)
    const contextual = CONTEXTUAL_BREED_WORDS[tokens[at]!.text]
    if (mix && mix.to > (named?.to ?? 0)) {
      mixes.push(mix)
      at = mix.to
    } else if (named) {
      for (const value of named.value) breeds.push({ ...named, value, contextual: false })
      if (named.value.length > 1) mixes.push({ ...named, value: true })
      at = named.to
    } else if (contextual !== undefined && Object.hasOwn(CONTEXTUAL_BREED_WORDS, tokens[at]!.text)) {
      breeds.push({ value: contextual, from: at, to: at + 1, guessed: false, contextual: true })
      at++
    } else {
      const guessed = breedLexicon.guess(tokens, at)
      for (const value of guessed?.value ?? []) breeds.push({ ...guessed!, value, contextual: false })
      at++
    }
  }
  const mixEnds = edgesOf(mixes)
  const kept = breeds.filter((breed) => !breed.contextual || isBreedField || isBeside(breed, mixEnds))
  return {
    breeds: kept,
    mixes: mixes.filter((mix) => kept.length > 0 || !JOINING_MIX_WORDS.has(tokens[mix.from]!.text)),
  }
}

type Edges = { starts: Set<number>; ends: Set<number> }

function edgesOf(found: readonly Found<unknown>[]): Edges {
  return { starts: new Set(found.map((each) => each.from)), ends: new Set(found.map((each) => each.to)) }
}

/** One of the others ends where this begins or begins where it ends, or one token apart ("pit / x"). */
function isBeside({ from, to }: Found<unknown>, { starts, ends }: Edges): boolean {
  return ends.has(from) || ends.has(from - 1) || starts.has(to) || starts.has(to + 1)
}

export type CodedBreedText = { codes: string[]; isMix: boolean; groups: string[] }

/**
 * Codes of a breed field ("lab mix", "немецкая овчарка", "pit x staff"), in the order written. A mix of nothing
 * known is "mixed"; text without a known breed gives no codes. Two breeds of one animal make it a mix.
 */
export function codeBreed(text: string): CodedBreedText {
  const tokens = tokenise(text)
  const exact = getBreed(text.trim())
  if (exact) return { codes: [exact.code], isMix: exact.code === 'mixed', groups: [exact.group] }
  const { breeds, mixes } = findBreeds(tokens, true)
  const named = [...new Set(breeds.map((breed) => breed.value))].filter((code) => code !== 'mixed')
  const isMix =
    mixes.length > 0 || breeds.some((breed) => breed.value === 'mixed') || isJoinedBySign(tokens, breeds)
  const codes = named.length > 0 ? named : isMix ? ['mixed'] : []
  return { codes, isMix, groups: [...new Set(codes.flatMap((code) => getBreed(code)?.group ?? []))] }
}

/** "Lab/Husky", "pit + boxer": two breeds with only a sign between them. */
export function isJoinedBySign(tokens: readonly Token[], breeds: readonly BreedMention[]): boolean {
  return breeds.some((breed, index) => {
    const next = breeds[index + 1]
    const sign = tokens[breed.to]
    return next?.from === breed.to + 1 && next.value !== breed.value && /^[/+&хx]$/.test(sign?.text ?? '')
  })
}
