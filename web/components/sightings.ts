import { bandOf } from '../../api/domain/match-bands.ts'
import type { Match, Matches, ReportFeature } from '../wire.ts'

/** A sighting of this very report: it has a section of its own, and is judged there. */
export function isSightingOf(id: string, { properties }: ReportFeature): boolean {
  return properties.kind === 'sighting' && properties.aboutReportId === id
}

/** From the first to the last, as they are numbered on the map and in the list. */
export function inOrder(sightings: readonly ReportFeature[]): ReportFeature[] {
  const when = ({ properties }: ReportFeature) => Date.parse(properties.occurredAt)
  return [...sightings].sort((a, b) => when(a) - when(b))
}

/**
 * The matches as if there were no sightings of the report. The list gives one animal's chance away among all, but a
 * dog that was seen may well be the one that somebody keeps now.
 */
export function withoutSightings(id: string, matches: Matches): Matches {
  const isSighting = ({ report }: Match) => isSightingOf(id, report)
  const taken = matches.items.filter(isSighting).reduce((sum, { probability }) => sum + probability, 0)
  const share = (probability: number) => probability / Math.max(1 - taken, Number.EPSILON)
  return {
    ...matches,
    noneOfThese: share(matches.noneOfThese),
    items: matches.items
      .filter((match) => !isSighting(match))
      .map((match) => {
        const probability = share(match.probability)
        return { ...match, probability, band: bandOf(probability, match.band === 'chip') }
      }),
  }
}

/**
 * The matches without the report that this one names, for its author: they said which animal it is when they posted.
 * The list asks about it again only where they took that back.
 */
export function withoutNamed({ aboutReportId }: ReportFeature['properties'], matches: Matches): Matches {
  const isNamed = ({ report, state }: Match) => report.id === aboutReportId && state !== 'unsure'
  const named = matches.items.filter(isNamed).reduce((sum, { probability }) => sum + probability, 0)
  return {
    ...matches,
    noneOfThese: matches.noneOfThese + named,
    items: matches.items.filter((match) => !isNamed(match)),
  }
}
