import { useEffect, useState } from 'preact/hooks'
import { getReport } from '../client.ts'
import { results, selectedId, setSelected } from '../state/search.ts'
import type { ReportFeature } from '../wire.ts'
import type { MapReport } from './items.ts'

export type Selected = { report: ReportFeature; marker: MapReport }

/** A report as the map draws it. */
export function toMapReport(report: ReportFeature): MapReport {
  const { kind, species, sex, name, colours, status, occurredAt, locationPrivacy, publicRadiusM, photos } =
    report.properties
  const [lng, lat] = report.geometry.coordinates
  return {
    type: 'report',
    key: report.id,
    id: report.id,
    lng,
    lat,
    kind,
    species,
    sex,
    name,
    colours,
    isHome: status === 'reunited',
    occurredAt,
    approximate: locationPrivacy === 'approximate',
    radiusM: publicRadiusM,
    photoId: photos[0]?.id,
  }
}

/** The chosen report: from the list when it is there, else asked for; one that is gone is chosen no more. */
export function useSelectedReport(): Selected | undefined {
  const [selected, setReport] = useState<Selected>()
  const id = selectedId.value
  useEffect(() => {
    if (!id) {
      setReport(undefined)
      return
    }
    let wanted = true
    const show = (report: ReportFeature) => {
      if (wanted) setReport({ report, marker: toMapReport(report) })
    }
    const listed = results.peek().find((report) => report.id === id)
    if (listed) show(listed)
    else {
      getReport(id).then(show, () => {
        if (wanted) setSelected(undefined)
      })
    }
    return () => {
      wanted = false
    }
  }, [id])
  return selected
}
