import { Move, ScanSearch, SquareDashed, X } from 'lucide-preact'
import { t } from '../i18n/index.ts'
import { announce } from '../state/announce.ts'
import type { BBox } from '../state/filters.ts'
import { filters, searchAsIMove, setFilters } from '../state/search.ts'
import { MapTool } from './MapTool.tsx'
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
      <MapTool
        icon={SquareDashed}
        words={t(drawing ? 'map.area.cancel' : 'map.area')}
        pressed={drawing}
        onClick={() => {
          setDrawing(!drawing)
          if (!drawing) announce(t('map.area.hint'))
        }}
      />
      {filtered ? (
        <>
          <MapTool
            icon={X}
            words={t('map.area.clear')}
            onClick={() => {
              searchAsIMove.value = false
              setFilters({ bbox: undefined })
            }}
          />
          <MapTool
            icon={Move}
            words={t('map.area.follow')}
            pressed={searchAsIMove.value}
            onClick={() => {
              searchAsIMove.value = !searchAsIMove.peek()
              if (searchAsIMove.peek()) searchInBox(view.camera.bounds())
            }}
          />
        </>
      ) : (
        <MapTool
          icon={ScanSearch}
          words={t('map.area.inView')}
          onClick={() => searchInBox(view.camera.bounds())}
        />
      )}
    </>
  )
}
