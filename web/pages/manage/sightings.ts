import type { ReportFeature } from '../../wire.ts'

/** A sighting of this very report: it has a section of its own, and is judged there. */
export function isSightingOf(id: string, { properties }: ReportFeature): boolean {
  return properties.kind === 'sighting' && properties.aboutReportId === id
}
