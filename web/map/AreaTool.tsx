import { Move, ScanSearch, SquareDashed, X } from 'lucide-preact'
import { t } from '../i18n/index.ts'
import { announce } from '../state/announce.ts'
import type { BBox } from '../state/filters.ts'
import { filters, searchAsIMove, setFilters } from '../state/search.ts'
import styles from './MapPanel.module.css'
import type { MapView } from './map-view.ts'

/** A box takes the place of a circle: one area at a time. */
export function searchInBox(bbox: BBox, { replace = false } = {}) {
  setFilters({ bbox, near: undefined, radiusM: undefined }, { replace })
}

type Props = { view: MapView; drawing: boolean; setDrawing: (on: boolean) => void }

/** Marks a box to search in: by dragging, or without a pointer by taking what the map shows. */
export function AreaTool({ view, drawing, setDrawing }: Props) {
  const filtered = filters.value.bbox !== undefined

  return (
    <>
      <button
        type="button"
        class={styles['tool']}
        aria-pressed={drawing}
        onClick={() => {
          setDrawing(!drawing)
          if (!drawing) announce(t('map.area.hint'))
        }}
      >
        <SquareDashed size={20} aria-hidden="true" />
        <span>{t(drawing ? 'map.area.cancel' : 'map.area')}</span>
      </button>
      {filtered ? (
        <>
          <button
            type="button"
            class={styles['tool']}
            onClick={() => {
              searchAsIMove.value = false
              setFilters({ bbox: undefined })
            }}
          >
            <X size={20} aria-hidden="true" />
            <span>{t('map.area.clear')}</span>
          </button>
          <button
            type="button"
            class={styles['tool']}
            aria-pressed={searchAsIMove.value}
            onClick={() => {
              searchAsIMove.value = !searchAsIMove.peek()
              if (searchAsIMove.peek()) searchInBox(view.bounds())
            }}
          >
            <Move size={20} aria-hidden="true" />
            <span>{t('map.area.follow')}</span>
          </button>
        </>
      ) : (
        <button type="button" class={styles['tool']} onClick={() => searchInBox(view.bounds())}>
          <ScanSearch size={20} aria-hidden="true" />
          <span>{t('map.area.inView')}</span>
        </button>
      )}
    </>
  )
}
