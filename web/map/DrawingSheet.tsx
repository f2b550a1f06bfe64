import { useEffect, useRef, useState } from 'preact/hooks'
import { t } from '../i18n/index.ts'
import type { BBox } from '../state/filters.ts'
import styles from './DrawingSheet.module.css'
import type { MapView } from './map-view.ts'

type Corner = { x: number; y: number }

/** Smaller drags are slips of the finger. */
const MIN_SIDE_PX = 24

function boxBetween(view: MapView, a: Corner, b: Corner): BBox {
  const from = view.camera.placeAt(Math.min(a.x, b.x), Math.max(a.y, b.y))
  const to = view.camera.placeAt(Math.max(a.x, b.x), Math.min(a.y, b.y))
  return [from.lng, from.lat, to.lng, to.lat]
}

/** Lies over the map while a box is dragged; Escape leaves without one. */
export function DrawingSheet({ view, done }: { view: MapView; done: (bbox?: BBox) => void }) {
  const [from, setFrom] = useState<Corner>()
  const [to, setTo] = useState<Corner>()
  const sheet = useRef<HTMLDivElement>(null)
  const cornerAt = (event: PointerEvent): Corner => {
    const { left, top } = sheet.current!.getBoundingClientRect()
    return { x: event.clientX - left, y: event.clientY - top }
  }
  useEffect(() => {
    const leave = (event: KeyboardEvent) => {
      if (event.key === 'Escape') done()
    }
    addEventListener('keydown', leave)
    return () => removeEventListener('keydown', leave)
  }, [])
  return (
    <div
      ref={sheet}
      class={styles['sheet']}
      onPointerDown={(event) => {
        sheet.current!.setPointerCapture(event.pointerId)
        setFrom(cornerAt(event))
        setTo(cornerAt(event))
      }}
      onPointerMove={(event) => from && setTo(cornerAt(event))}
      onPointerCancel={() => setFrom(undefined)}
      onPointerUp={(event) => {
        const end = cornerAt(event)
        const large =
          from && Math.abs(end.x - from.x) >= MIN_SIDE_PX && Math.abs(end.y - from.y) >= MIN_SIDE_PX
        if (large) done(boxBetween(view, from, end))
        setFrom(undefined)
      }}
    >
      {from && to && (
        <span
          class={styles['marked']}
          style={{
            left: `${Math.min(from.x, to.x)}px`,
            top: `${Math.min(from.y, to.y)}px`,
            width: `${Math.abs(to.x - from.x)}px`,
            height: `${Math.abs(to.y - from.y)}px`,
          }}
        />
      )}
      {!from && <p class={styles['hint']}>{t('map.area.hint')}</p>}
    </div>
  )
}
