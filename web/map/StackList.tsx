import { X } from 'lucide-preact'
import { useLayoutEffect, useRef } from 'preact/hooks'
import { coatWords } from '../components/colours.ts'
import { wordGender } from '../components/kinds.ts'
import { formatAgo } from '../i18n/dates.ts'
import { t } from '../i18n/index.ts'
import { nowMs } from '../state/clock.ts'
import type { MapReport, StackItem } from './items.ts'
import card from './MapCard.module.css'
import { ReportMarker } from './Markers.tsx'
import { markerWords } from './marker-words.ts'
import styles from './StackList.module.css'

type Props = { stack: StackItem; choose: (report: MapReport) => void; close: () => void }

/** More reports at one point than a fan has room for, as a list over the map's lower edge. */
export function StackList({ stack, choose, close }: Props) {
  const list = useRef<HTMLElement>(null)
  // Before the picture: a key pressed at once must find it.
  useLayoutEffect(() => list.current?.focus({ preventScroll: true }), [stack.key])
  return (
    <section
      ref={list}
      class={`${card['card']} ${styles['list']}`}
      tabIndex={-1}
      aria-labelledby="stack-title"
      onKeyDown={(event) => event.key === 'Escape' && close()}
    >
      <header class={styles['head']}>
        <h3 id="stack-title">{t('map.stackTitle', { n: stack.reports.length })}</h3>
        <button type="button" class={card['close']} aria-label={t('action.close')} onClick={close}>
          <X size={20} aria-hidden="true" />
        </button>
      </header>
      <ul class={styles['reports']}>
        {stack.reports.map((report) => (
          <li key={report.id}>
            <button type="button" class={styles['report']} onClick={() => choose(report)}>
              <span aria-hidden="true">
                <ReportMarker item={report} close pointing={false} />
              </span>
              <span>
                {[markerWords(report), coatWords(report, wordGender(report.species, report.sex))]
                  .filter(Boolean)
                  .join(', ')}
                <br />
                <span class="hint">{formatAgo(report.occurredAt, nowMs.value)}</span>
              </span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  )
}
