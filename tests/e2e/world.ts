import { inject } from 'vitest'
import { eventually } from './browser.ts'
import { peopleOf, type Spot } from './people.ts'

export { eastOf, hoursAgo, type Posted, replyLinkIn, type Spot, takePhoto } from './people.ts'

const people = peopleOf(() => ({ baseUrl: inject('baseUrl'), outbox: inject('outbox') }))

export const { post, attachPhoto, readReport, writeToAuthor, reportsAround } = people

/**
 * Places for one file of journeys: each two degrees from the last and on a latitude of the file's own, so that no
 * journey meets another's reports.
 */
export function spotsOnRow(row: number): () => Spot {
  let taken = 0
  return () => ({ lng: 40 + 2 * taken++, lat: 48 + 1.5 * row })
}

/** Waits for a mail with these words to this address; its headers and decoded text. */
export async function mailTo(address: string, words: string): Promise<string> {
  let found: string | undefined
  await eventually(async () => {
    found = await people.findMail(address, words)
    return found
  }).toBeDefined()
  return found!
}
