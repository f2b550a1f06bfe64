import { useEffect, useState } from 'preact/hooks'
import { getAnimal } from '../../client.ts'
import { ReportGroup } from '../../components/ReportGroup.tsx'
import { t } from '../../i18n/index.ts'
import type { Animal, ReportFeature } from '../../wire.ts'
import styles from './SameAnimal.module.css'

/** Other posts of the same animal, so that duplicates are seen as one; and who may have run off with it. */
export function SameAnimal({ report }: { report: ReportFeature }) {
  const [animal, setAnimal] = useState<Animal>()
  useEffect(() => {
    // The page is whole without it; a report with nothing beside it has no such section either.
    getAnimal(report.id).then(setAnimal, () => undefined)
  }, [report.id])
  if (!animal) return null
  // Sightings that name this report stand beside its map.
  const members = animal.members
    .map((member) => member.report)
    .filter((other) => other.properties.aboutReportId !== report.id)
  const near = (relation: Animal['companions'][number]['relation']) =>
    animal.companions.filter((one) => one.relation === relation).map((one) => one.report)
  if (members.length + animal.companions.length === 0) return null
  const common = { heading: 'h2', from: report } as const
  return (
    <div class={styles['animal']}>
      <ReportGroup
        {...common}
        title={t('animal.title')}
        lead={t('animal.lead', { n: members.length })}
        reports={members}
      />
      <ReportGroup
        {...common}
        title={t('animal.maybe')}
        lead={t('animal.maybe.hint')}
        reports={near('possible_duplicate')}
      />
      <ReportGroup
        {...common}
        title={t('animal.together')}
        lead={t('animal.together.hint')}
        reports={near('companion')}
      />
    </div>
  )
}
