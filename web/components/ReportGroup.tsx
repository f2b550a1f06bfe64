import { useId } from 'preact/hooks'
import type { ReportFeature } from '../wire.ts'
import { apartWords } from './apart.ts'
import styles from './ReportGroup.module.css'
import { ReportRow } from './ReportRow.tsx'

type Props = {
  heading: 'h2' | 'h3'
  title: string
  lead: string
  reports: readonly ReportFeature[]
  /** The report they are shown beside; distances are from there. */
  from: ReportFeature
}

/** Reports that belong together, in a panel of their own; nothing for none. */
export function ReportGroup({ heading: Heading, title, lead, reports, from }: Props) {
  const id = useId()
  if (reports.length === 0) return null
  return (
    <section class={`panel ${styles['group']}`} aria-labelledby={id}>
      <Heading id={id}>{title}</Heading>
      <p class="hint">{lead}</p>
      <ul class={styles['rows']}>
        {reports.map((report) => (
          <li key={report.id}>
            <ReportRow report={report} hint={apartWords('animal.awayThere', report, from)} />
          </li>
        ))}
      </ul>
    </section>
  )
}
