import { formatDistance } from '../i18n/dates.ts'
import { t } from '../i18n/index.ts'
import type { ReportProperties } from '../wire.ts'
import { placeInFull } from './where.ts'

type Props = { pet: Pick<ReportProperties, 'publicRadiusM' | 'nearestPlace'> }

/** How exactly strangers see a place, and what it is near: the same words before posting and after. */
export function PublicPlaceWords({ pet }: Props) {
  const place = placeInFull(pet)
  return (
    <>
      {pet.publicRadiusM === 0
        ? t('report.place.exact')
        : t('report.place.area', { distance: formatDistance(2 * pet.publicRadiusM) })}
      {place && (
        <>
          <br />
          {t('report.near', { place })}
        </>
      )}
    </>
  )
}
