import { isSightingOf } from '../../components/sightings.ts'
import type { Animal, AnimalMember, ReportFeature, SamePicture, Verdict } from '../../wire.ts'

export type AnimalData = {
  animal: Animal
  pictures: SamePicture[]
  /** Reports that questions and warnings name and the animal's own lists do not hold. */
  others: ReportFeature[]
}

export type Question = { why: 'contradiction' | 'picture' | 'duplicate'; report: ReportFeature }
export type Twin = { report: ReportFeature; distanceM: number }

/** What the author said of other reports, by their ids. */
export type Verdicts = ReadonlyMap<string, Verdict>

export type AnimalParts = {
  /** Reports of this very animal, without the sightings that have a section of their own. */
  members: AnimalMember[]
  /** Most urgent first; each report is asked about once. */
  questions: Question[]
  /** The same picture, too far away for one animal. */
  farTwins: Twin[]
  /** Other animals of the same place and day. */
  together: ReportFeature[]
  verdicts: Verdicts
  offers: { report: ReportFeature; resolution: NonNullable<Animal['closureOffers']>[number]['resolution'] }[]
}

export const NO_ANIMAL: AnimalData = { animal: { members: [], companions: [] }, pictures: [], others: [] }

/** Reports that must be fetched to speak of them. */
export function idsToFetch({ animal, pictures }: Pick<AnimalData, 'animal' | 'pictures'>): string[] {
  const known = new Set([...animal.members, ...animal.companions].map(({ report }) => report.id))
  const named = [
    ...(animal.contradictions ?? []).flatMap(({ askAbout }) => askAbout),
    ...pictures.map(({ reportId }) => reportId),
  ]
  return [...new Set(named)].filter((id) => !known.has(id))
}

/** Sorts what is known of the animal of report `id` into what its author sees. */
export function partsOf(id: string, { animal, pictures, others }: AnimalData): AnimalParts {
  const known = new Map(
    [...animal.members, ...animal.companions].map(({ report }) => [report.id, report] as const),
  )
  for (const report of others) known.set(report.id, report)
  const isMember = new Set(animal.members.map(({ report }) => report.id))

  const questions = new Map<string, Question>()
  const ask = (why: Question['why'], otherId: string) => {
    const report = known.get(otherId)
    // Sightings are judged where they stand.
    if (!report || isSightingOf(id, report)) return
    if (!isMember.has(otherId) && !questions.has(otherId)) questions.set(otherId, { why, report })
  }
  for (const { askAbout } of animal.contradictions ?? []) {
    for (const otherId of askAbout) ask('contradiction', otherId)
  }
  for (const { reportId, far } of pictures) if (!far) ask('picture', reportId)
  for (const { report, relation } of animal.companions) {
    if (relation === 'possible_duplicate') ask('duplicate', report.id)
  }

  // Several photos of one report may be the same picture: one warning a report.
  const farTwins = new Map<string, Twin>()
  for (const { reportId, far, distanceM } of pictures) {
    const report = known.get(reportId)
    if (far && report) farTwins.set(reportId, { report, distanceM })
  }

  return {
    members: animal.members.filter(({ report }) => report.properties.aboutReportId !== id),
    questions: [...questions.values()],
    farTwins: [...farTwins.values()],
    together: animal.companions.map(({ report }) => report).filter((report) => !questions.has(report.id)),
    verdicts: new Map((animal.verdicts ?? []).map(({ reportId, verdict }) => [reportId, verdict])),
    offers: (animal.closureOffers ?? []).flatMap(({ reportId, resolution }) => {
      const report = known.get(reportId)
      return report ? [{ report, resolution }] : []
    }),
  }
}

/** Whether both are told by the same side: duplicates are judged one way, matches the other. */
export function areSameSide(a: ReportFeature, b: ReportFeature): boolean {
  return (a.properties.kind === 'lost') === (b.properties.kind === 'lost')
}
