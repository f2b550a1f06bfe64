import { useEffect, useState } from 'preact/hooks'
import { getAnimal } from '../../client.ts'
import { distanceBetween } from '../../components/geo.ts'
import { ReportRow } from '../../components/ReportRow.tsx'
import { TogetherList } from '../../components/TogetherList.tsx'
import { formatDistance } from '../../i18n/dates.ts'
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
  const members = animal.members.filter((member) => member.report.properties.aboutReportId !== report.id)
  const together = animal.companions.map((companion) => companion.report)
  if (members.length + together.length === 0) return null
  return (
    <div class={styles['animal']}>
      {members.length > 0 && (
        <section class={`panel ${styles['same']}`} aria-labelledby="same-title">
          <h2 id="same-title">{t('animal.title')}</h2>
          <p>{t('animal.lead', { n: members.length })}</p>
          <ul class={styles['rows']}>
            {members.map(({ report: other }) => (
              <li key={other.id}>
                <ReportRow
                  report={other}
                  hint={t('animal.awayThere', { distance: formatDistance(distanceBetween(other, report)) })}
                />
              </li>
            ))}
          </ul>
        </section>
      )}
      {together.length > 0 && <TogetherList reports={together} from={report} />}
    </div>
  )
}
