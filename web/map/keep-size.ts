import type { Map as MapLibre } from 'maplibre-gl'

/**
 * Lets a map have the size of its container at once and always: MapLibre looks at most every 50 ms and takes a
 * container that was not laid out yet for its measure. `resized` hears of each change.
 * @returns how to end it
 */
export function keepSize(map: MapLibre, resized: () => void): () => void {
  const container = map.getContainer()
  const measure = () => {
    const { clientWidth, clientHeight } = container
    const canvas = map.getCanvas()
    if (clientWidth === 0 || clientHeight === 0) return
    if (canvas.clientWidth === clientWidth && canvas.clientHeight === clientHeight) return
    map.resize()
    resized()
  }
  const observer = new ResizeObserver(measure)
  observer.observe(container)
  map.on('idle', measure)
  return () => observer.disconnect()
}
