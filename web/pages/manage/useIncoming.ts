import { getInbox, getMatches, listSightings } from '../../client.ts'
import { type Loaded, useLoaded } from '../../components/useLoaded.ts'
import type { InboxMessage, Matches, ReportFeature } from '../../wire.ts'

/** A part that others fill: what they wrote, posted or saw. */
export type Part<T> = { loaded: Loaded<T>; reload: () => void }
export type Incoming = {
  messages: Part<InboxMessage[]>
  matches: Part<Matches>
  /** Reports that name this one. */
  sightings: Part<ReportFeature[]>
}

const NO_MATCHES: Matches = { items: [], noneOfThese: 1, calibrated: false }

/** What others did about a report, asked for with the report itself, so that the page can begin with what is new. */
export function useIncoming(id: string, token: string | undefined): Incoming {
  const key = `${id} ${token}`
  return {
    messages: useLoaded(key, async () => (token ? getInbox(id, token) : [])),
    matches: useLoaded(key, async () => (token ? getMatches(id, token) : NO_MATCHES)),
    sightings: useLoaded(key, async () => (token ? (await listSightings(id, token)).features : [])),
  }
}

/** Reports of others, as far as they could be loaded. */
export const reportsIn = ({ matches, sightings }: Incoming): ReportFeature[] => [
  ...(sightings.loaded.state === 'ready' ? sightings.loaded.value : []),
  ...(matches.loaded.state === 'ready' ? matches.loaded.value.items.map(({ report }) => report) : []),
]

export const isLoading = ({ messages, matches, sightings }: Incoming) =>
  [messages, matches, sightings].some(({ loaded }) => loaded.state === 'loading')
