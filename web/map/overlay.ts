import type { LayerSpecification, SourceSpecification } from 'maplibre-gl'
import type { Shape } from './shapes.ts'
import type { MapTheme } from './theme.ts'

/** The deepest tiles that are made; closer views show them larger. Told by /tiles.json too. */
const DEEPEST_TILES = 14

/** Names begin with `hw-` so that they cannot meet those of a base map. */
export function overlaySources(
  tileAddress: string | undefined,
  shapes: GeoJSON.FeatureCollection,
): Record<string, SourceSpecification> {
  return {
    'hw-shapes': { type: 'geojson', data: shapes },
    ...(tileAddress
      ? { 'hw-reports': { type: 'vector', tiles: [tileAddress], minzoom: 0, maxzoom: DEEPEST_TILES } }
      : {}),
  }
}

/** Shapes with their colours looked up, as MapLibre takes them. */
export function toCollection(shapes: readonly Shape[], theme: MapTheme): GeoJSON.FeatureCollection {
  return {
    type: 'FeatureCollection',
    features: shapes.map(({ geometry, look }) => ({
      type: 'Feature',
      geometry,
      properties: { ...look, colour: theme.colour(look.colour), lineWidth: look.lineWidth ?? 2 },
    })),
  }
}

/** Tiles are read only for a layer that could draw them; ours are drawn as markers, so these show nothing. */
const unseen = (layer: 'clusters' | 'reports'): LayerSpecification => ({
  id: `hw-${layer}`,
  type: 'circle',
  source: 'hw-reports',
  'source-layer': layer,
  paint: { 'circle-radius': 1, 'circle-opacity': 0 },
})

const SHAPE_LAYERS: LayerSpecification[] = [
  {
    id: 'hw-area',
    type: 'fill',
    source: 'hw-shapes',
    filter: ['all', ['==', ['geometry-type'], 'Polygon'], ['has', 'fill']],
    paint: { 'fill-color': ['get', 'colour'], 'fill-opacity': ['get', 'fill'] },
  },
  {
    id: 'hw-line',
    type: 'line',
    source: 'hw-shapes',
    filter: ['!=', ['get', 'dashed'], true],
    layout: { 'line-join': 'round', 'line-cap': 'round' },
    paint: { 'line-color': ['get', 'colour'], 'line-width': ['get', 'lineWidth'] },
  },
  {
    id: 'hw-dashed-line',
    type: 'line',
    source: 'hw-shapes',
    filter: ['==', ['get', 'dashed'], true],
    layout: { 'line-join': 'round' },
    paint: {
      'line-color': ['get', 'colour'],
      'line-width': ['get', 'lineWidth'],
      'line-dasharray': [2, 1.6],
    },
  },
]

export const REPORT_LAYERS: LayerSpecification[] = [unseen('clusters'), unseen('reports')]

/** Layers over the base map; those of the tiles only once there are tiles to read. */
export function overlayLayers(withReports: boolean): LayerSpecification[] {
  return withReports ? [...SHAPE_LAYERS, ...REPORT_LAYERS] : SHAPE_LAYERS
}
