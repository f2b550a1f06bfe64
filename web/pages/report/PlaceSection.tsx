import { useEffect, useState } from 'preact/hooks'
import { listSightings } from '../../client.ts'
import { ReportMapSlot } from '../../components/ReportMapSlot.tsx'
import { placeInFull } from '../../components/where.ts'
import { formatDistance } from '../../i18n/dates.ts'
import { t } from '../../i18n/index.ts'
import { tokenOf } from '../../posting/mine.ts'
import type { ReportFeature } from '../../wire.ts'
import { SightingList } from './SightingList.tsx'
import { SightingsToVisit } from './SightingsToVisit.tsx'

/** Where it was, as exactly as the author shows it, and where it has been seen since. */
export function PlaceSection({ report }: { report: ReportFeature }) {
  const pet = report.properties
  const [sightings, setSightings] = useState<ReportFeature[]>([])
  useEffect(() => {
    if (pet.kind !== 'lost') return
    listSightings(pet.id).then(
      ({ features }) => setSightings(features),
      // The page is whole without them; the map and the words say nothing of sightings then.
      () => undefined,
    )
  }, [pet.id])
  const exact = pet.publicRadiusM === 0
  const place = placeInFull(pet)
  return (
    <>
      <p>
        {exact
          ? t('report.place.exact')
          : t('report.place.area', { distance: formatDistance(2 * pet.publicRadiusM) })}
        {place && (
          <>
            <br />
            {t('report.near', { place })}
          </>
        )}
      </p>
      <ReportMapSlot report={report} sightings={sightings} />
      <p>
        <a
          href={`/?at=${report.geometry.coordinates.map((value) => value.toFixed(5)).join(',')},14&view=map&sel=${pet.id}`}
        >
          {t('report.openMap')}
        </a>
      </p>
      {pet.kind === 'lost' && (pet.status === 'active' || sightings.length > 0) && (
        <section class="stack" aria-labelledby="sightings-title">
          <h3 id="sightings-title">{t('sightings.title')}</h3>
          {pet.status === 'active' && sightings.length > 0 ? (
            <SightingsToVisit report={report} sightings={sightings} manageToken={tokenOf(pet.id)} />
          ) : (
            <SightingList sightings={sightings} from={report} />
          )}
        </section>
      )}
    </>
  )
}
