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
  const add = (others: readonly string[]) => {
    const next = [...known, ...others]
    setKnown(next)
    writeStored(key, next.join(','))
  }
  return { known, add }
}

type Props = { id: string; twins: readonly Twin[]; onKnown: () => void }

/** The same picture where this animal cannot be: one calm word of warning, until the author says they know. */
export function FarTwins({ id, twins, onKnown }: Props) {
  const { known, add } = useKnown(id)
  const news = twins.filter(({ report }) => !known.includes(report.id))
  if (news.length === 0) return null
  return (
    <article class="note" aria-labelledby="twins-title">
      <ShieldAlert aria-hidden="true" />
      <div class="stack">
        <p>
          <strong id="twins-title">{t('animal.far')}.</strong> {t('animal.far.text')}
        </p>
        {news.map(({ report, distanceM }) => (
          <ReportRow
            key={report.id}
            report={report}
            hint={t('animal.away', { distance: formatDistance(distanceM) })}
          />
        ))}
        <p>
          <button
            type="button"
            class="button"
            onClick={() => {
              add(news.map(({ report }) => report.id))
              onKnown()
            }}
          >
            {t('animal.far.known')}
          </button>
        </p>
      </div>
    </article>
  )
}
