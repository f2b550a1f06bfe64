import { JudgeMatches } from '../../web/pages/manage/JudgeMatches.tsx'
import { SightingSection } from '../../web/pages/manage/SightingSection.tsx'
import { useIncoming } from '../../web/pages/manage/useIncoming.ts'
import { useMatchVerdicts } from '../../web/pages/manage/useMatchVerdicts.ts'
import type { ReportFeature, Verdict } from '../../web/wire.ts'

/** Parts of the author's page by themselves, with what they need loaded as the page loads it. */
export function Judge({ report }: { report: ReportFeature }) {
  const { matches } = useIncoming(report.id, 'key')
  const verdicts = useMatchVerdicts(report.id, 'key')
  return <JudgeMatches report={report} matches={matches} verdicts={verdicts} />
}

type Props = { report: ReportFeature; verdicts: ReadonlyMap<string, Verdict>; onJudged: () => void }

export function Sightings(props: Props) {
  const { sightings } = useIncoming(props.report.id, 'key')
  return <SightingSection {...props} token="key" sightings={sightings} />
}
