import { noneOfTheseWords, type ShownMatches } from './none-of-these.ts'

/** What closes a list of possible matches. */
export function NoneOfThese(matches: ShownMatches) {
  const words = noneOfTheseWords(matches)
  return words ? <p class="hint">{words}</p> : null
}
