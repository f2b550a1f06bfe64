import type { Kind, LocationPrivacy } from './vocabulary.ts'

/** Searchers need the exact place of a loss, and a shelter's address is public; finders' homes are not. */
export function defaultPrivacy(kind: Kind | undefined): LocationPrivacy {
  return kind === 'lost' || kind === 'shelter_intake' ? 'exact' : 'approximate'
}
