import { ShieldAlert } from 'lucide-preact'
import { useState } from 'preact/hooks'
import { ReportRow } from '../../components/ReportRow.tsx'
import { formatDistance } from '../../i18n/dates.ts'
import { t } from '../../i18n/index.ts'
import { readStored, writeStored } from '../../state/device.ts'
import type { Twin } from './animal-view.ts'

/** Which far copies the author has seen, kept on this device. */
function useKnown(id: string) {
  const key = `twins:${id}`
  const [known, setKnown] = useState(() => (readStored(key) ?? '').split(',').filter(Boolean))
  const add = (otherId: string) => {
    const next = [...known, otherId]
    setKnown(next)
    writeStored(key, next.join(','))
  }
  return { known, add }
}

/** The same picture where this animal cannot be: a calm word of warning, until the author says they know. */
export function FarTwins({ id, twins }: { id: string; twins: readonly Twin[] }) {
  const { known, add } = useKnown(id)
  return (
    <>
      {twins
        .filter(({ report }) => !known.includes(report.id))
        .map(({ report, distanceM }) => (
          <article key={report.id} class="note" aria-labelledby={`twin-${report.id}`}>
            <ShieldAlert aria-hidden="true" />
            <div class="stack">
              <p>
                <strong id={`twin-${report.id}`}>
                  {t('animal.far', { distance: formatDistance(distanceM) })}.
                </strong>{' '}
                {t('animal.far.text')}
              </p>
              <ReportRow report={report} />
              <p>
                <button type="button" class="button" onClick={() => add(report.id)}>
                  {t('animal.far.known')}
                </button>
              </p>
            </div>
          </article>
        ))}
    </>
  )
}
