import { useEffect, useState } from 'preact/hooks'
import { getReport } from '../client.ts'
import type { ReportFeature } from '../wire.ts'

/** The lost animal that a sighting is about: it is shown, and its place is where the map begins. */
export function useAboutReport(reportId: string | undefined): ReportFeature | undefined {
  const [report, setReport] = useState<ReportFeature>()
  useEffect(() => {
    setReport(undefined)
    if (!reportId) return
    let wanted = true
    getReport(reportId).then(
      (found) => wanted && setReport(found),
      // A sighting can be posted without it; the map begins at the city then.
      () => undefined,
    )
    return () => {
      wanted = false
    }
  }, [reportId])
  return report
}
