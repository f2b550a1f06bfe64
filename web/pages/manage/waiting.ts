import { isSightingOf, withoutNamed, withoutSightings } from '../../components/sightings.ts'
import type { Loaded } from '../../components/useLoaded.ts'
import type { InboxMessage, Match, Matches, ReportFeature } from '../../wire.ts'
import type { Verdicts } from './animal-view.ts'
import type { Incoming } from './useIncoming.ts'

/** Where something may wait for the author, most urgent first. */
export const WAITING_SECTIONS = ['messages', 'sightings', 'matches'] as const
export type WaitingSection = (typeof WAITING_SECTIONS)[number]
/** What waits in each section, by ids. */
export type Waiting = Record<WaitingSection, string[]>

/** Messages of one writer together, each conversation in order of time, the newest conversation first. */
export function groupThreads(items: readonly InboxMessage[]): InboxMessage[][] {
  const threads = new Map<string, InboxMessage[]>()
  for (const item of items) threads.set(item.threadId, [...(threads.get(item.threadId) ?? []), item])
  const byTime = (a: InboxMessage, b: InboxMessage) => a.createdAt.localeCompare(b.createdAt)
  return [...threads.values()]
    .map((messages) => messages.toSorted(byTime))
    .sort((a, b) => b.at(-1)!.createdAt.localeCompare(a.at(-1)!.createdAt))
}

/** What others wrote since the author last wrote to them. */
const unanswered = (items: readonly InboxMessage[]) =>
  groupThreads(items).flatMap((thread) =>
    thread.slice(thread.findLastIndex(({ fromAuthor }) => fromAuthor) + 1),
  )

/** Matches that are shown to the author; sightings of the report and the one it names stand elsewhere. */
export function listMatches({ id, properties }: ReportFeature, matches: Matches): Matches {
  const left = withoutNamed(properties, withoutSightings(id, matches))
  const isNamed = (other: ReportFeature) => other.properties.aboutReportId === id
  return {
    ...left,
    items: left.items.filter(
      ({ band, state, report }) => band !== 'unlikely' || state !== 'new' || isNamed(report),
    ),
  }
}

/** Only a sighting of the same species can be of this animal. */
export const mayBeOf = (report: ReportFeature, { properties }: ReportFeature) =>
  properties.species === report.properties.species

type Said = { ofMatches: { isOpen: (match: Match) => boolean }; ofSightings: Verdicts }

/** What the author has neither answered nor judged, as far as it could be loaded. */
export function waitingIn(report: ReportFeature, incoming: Incoming, said: Said): Waiting {
  const { messages, matches, sightings } = incoming
  const value = <T>(loaded: Loaded<T>, none: T) => (loaded.state === 'ready' ? loaded.value : none)
  const listed = matches.loaded.state === 'ready' ? listMatches(report, matches.loaded.value).items : []
  return {
    messages: unanswered(value(messages.loaded, [])).map(({ id }) => id),
    sightings: value(sightings.loaded, [])
      .filter((one) => isSightingOf(report.id, one) && mayBeOf(report, one) && !said.ofSightings.has(one.id))
      .map(({ id }) => id),
    matches: listed.filter(said.ofMatches.isOpen).map((match) => match.report.id),
  }
}
