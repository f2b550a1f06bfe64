import type { Map as MapLibre } from 'maplibre-gl'
import type { BBox } from '../state/filters.ts'

/** The box that a map shows, made larger by a share of its sides. */
export function boxInView(map: MapLibre, margin = 0): BBox {
  const box = map.getBounds()
  const wide = (box.getEast() - box.getWest()) * margin
  const high = (box.getNorth() - box.getSouth()) * margin
  return [box.getWest() - wide, box.getSouth() - high, box.getEast() + wide, box.getNorth() + high]
}
