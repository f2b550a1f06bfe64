import type { LayerSpecification, VectorSourceSpecification } from 'maplibre-gl'

/** As all names of ours it begins with `hw-`, so that it cannot meet those of a base map. */
export const REPORT_SOURCE = 'hw-reports'

/** The deepest tiles that are made; closer views show them larger. Told by /tiles.json too. */
const DEEPEST_TILES = 14

/** The tiles of the reports that a query finds (a search string without `?`). */
export function reportSource(query: string): VectorSourceSpecification & { tiles: string[] } {
  const address = `${location.origin}/tiles/{z}/{x}/{y}.mvt${query ? `?${query}` : ''}`
  return { type: 'vector', tiles: [address], minzoom: 0, maxzoom: DEEPEST_TILES }
}

/** Tiles are read only for a layer that could draw them; ours are drawn as markers, so these show nothing. */
const unseen = (layer: 'clusters' | 'reports'): LayerSpecification => ({
  id: `hw-${layer}`,
  type: 'circle',
  source: REPORT_SOURCE,
  'source-layer': layer,
  paint: { 'circle-radius': 1, 'circle-opacity': 0 },
})

export const REPORT_LAYERS: LayerSpecification[] = [unseen('clusters'), unseen('reports')]
