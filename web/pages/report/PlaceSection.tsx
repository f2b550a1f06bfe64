import { listSightings } from '../../client.ts'
import { ErrorNote } from '../../components/ErrorNote.tsx'
import { PublicPlaceWords } from '../../components/PublicPlaceWords.tsx'
import { inOrder } from '../../components/sightings.ts'
import { useLoaded } from '../../components/useLoaded.ts'
import { t } from '../../i18n/index.ts'
import { ReportMapSlot } from '../../map/ReportMapSlot.tsx'
import { tokenOf } from '../../posting/mine.ts'
import type { ReportFeature } from '../../wire.ts'
import { SightingList } from './SightingList.tsx'
import { SightingsToVisit } from './SightingsToVisit.tsx'

/** Where it was, as exactly as the author shows it, and where it has been seen since. */
export function PlaceSection({ report }: { report: ReportFeature }) {
  const pet = report.properties
  const { loaded, reload } = useLoaded(pet.id, async () =>
    pet.kind === 'lost' ? (await listSightings(pet.id)).features : [],
  )
  const sightings = loaded.state === 'ready' ? loaded.value : []
  const numbers = new Map(inOrder(sightings).map(({ id }, index) => [id, index + 1]))
  const isOpen = pet.status === 'active'
  // Until they are known nothing is said of them: the page may stay without its code, or without an answer.
  const isShown = pet.kind === 'lost' && loaded.state !== 'loading' && (isOpen || sightings.length > 0)
  return (
    <>
      <p>
        <PublicPlaceWords pet={pet} />
      </p>
      <ReportMapSlot report={report} sightings={sightings} />
      <p>
        <a
          href={`/?at=${report.geometry.coordinates.map((value) => value.toFixed(5)).join(',')},14&view=map&sel=${pet.id}`}
        >
          {t('report.openMap')}
        </a>
      </p>
      {isShown && (
        <section class="stack" aria-labelledby="sightings-title">
          <h3 id="sightings-title">{t('sightings.title')}</h3>
          {loaded.state === 'failed' ? (
            <ErrorNote lead={t('sightings.failed')} error={loaded.error} retry={reload} />
          ) : isOpen && sightings.length > 0 ? (
            <SightingsToVisit
              report={report}
              sightings={sightings}
              numbers={numbers}
              manageToken={tokenOf(pet.id)}
            />
          ) : (
            <SightingList sightings={sightings} from={report} numbers={numbers} />
          )}
        </section>
      )}
    </>
  )
}
