import type { ComponentChildren } from 'preact'
import type { ReportFeature } from '../wire.ts'
import { joinFacts } from './join-facts.ts'
import { KindBadge } from './KindBadge.tsx'
import { petTitle } from './kinds.ts'
import { Picture } from './Picture.tsx'
import styles from './ReportRow.module.css'
import { agoAndWhere } from './where.ts'

type Props = { report: ReportFeature; hint?: string | undefined; children?: ComponentChildren }

/** Another report in a few lines: its picture, what it is, and what may be done about it. */
export function ReportRow({ report, hint, children }: Props) {
  const pet = report.properties
  return (
    <div class={styles['row']}>
      <div class={styles['picture']} data-picture>
        <Picture report={report} size="thumb" />
      </div>
      <div class={styles['words']}>
        <KindBadge kind={pet.kind} species={pet.species} sex={pet.sex} />
        <p>
          <a href={`/reports/${report.id}`}>{petTitle(pet)}</a>
        </p>
        <p class="hint">{joinFacts([agoAndWhere(pet), hint])}</p>
        {children}
      </div>
    </div>
  )
}
