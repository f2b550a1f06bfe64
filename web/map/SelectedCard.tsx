import { X } from 'lucide-preact'
import { useLayoutEffect, useRef } from 'preact/hooks'
import { ReportCard } from '../components/ReportCard.tsx'
import { t } from '../i18n/index.ts'
import { lowVision } from '../state/device.ts'
import { setSelected } from '../state/search.ts'
import type { ReportFeature } from '../wire.ts'
import styles from './MapCard.module.css'

/** What was chosen on the map, over its lower edge: a way to the report's page without leaving the map first. */
export function SelectedCard({ report }: { report: ReportFeature }) {
  const card = useRef<HTMLDivElement>(null)
  // Chosen in a list that has gone, and the focus with it; a marker keeps its own.
  useLayoutEffect(() => {
    if (document.activeElement === document.body) card.current?.focus({ preventScroll: true })
    // With large letters it stands under the map: both are shown, the map before all else.
    if (lowVision.peek()) card.current?.parentElement?.scrollIntoView({ block: 'nearest' })
  }, [report.id])
  return (
    <div ref={card} class={styles['card']} tabIndex={-1}>
      <ReportCard report={report} eager />
      <button
        type="button"
        class={styles['close']}
        aria-label={t('action.close')}
        onClick={() => setSelected(undefined)}
      >
        <X size={20} aria-hidden="true" />
      </button>
    </div>
  )
}
