import type { GeoJSONSource, LayerSpecification, Map as MapLibre, StyleSpecification } from 'maplibre-gl'
import type { Shape } from './shapes.ts'
import type { MapTheme } from './theme.ts'

/** As all names of ours it begins with `hw-`, so that it cannot meet those of a base map. */
const SHAPE_SOURCE = 'hw-shapes'

/** Shapes with their colours looked up, as MapLibre takes them. */
function toCollection(shapes: readonly Shape[], theme: MapTheme): GeoJSON.FeatureCollection {
  return {
    type: 'FeatureCollection',
    features: shapes.map(({ geometry, look }) => ({
      type: 'Feature',
      geometry,
      properties: { ...look, colour: theme.colour(look.colour), lineWidth: look.lineWidth ?? 2 },
    })),
  }
}

const SHAPE_LAYERS: LayerSpecification[] = [
  {
    id: 'hw-area',
    type: 'fill',
    source: SHAPE_SOURCE,
    filter: ['all', ['==', ['geometry-type'], 'Polygon'], ['has', 'fill']],
    paint: { 'fill-color': ['get', 'colour'], 'fill-opacity': ['get', 'fill'] },
  },
  {
    id: 'hw-line',
    type: 'line',
    source: SHAPE_SOURCE,
    filter: ['!=', ['get', 'dashed'], true],
    layout: { 'line-join': 'round', 'line-cap': 'round' },
    paint: { 'line-color': ['get', 'colour'], 'line-width': ['get', 'lineWidth'] },
  },
  {
    id: 'hw-dashed-line',
    type: 'line',
    source: SHAPE_SOURCE,
    filter: ['==', ['get', 'dashed'], true],
    layout: { 'line-join': 'round' },
    paint: {
      'line-color': ['get', 'colour'],
      'line-width': ['get', 'lineWidth'],
      'line-dasharray': [2, 1.6],
    },
  },
]

/** A third of MapLibre's own tolerance, which draws wide rings as polygons. */
const shapeSource = (shapes: readonly Shape[], theme: MapTheme) =>
  ({ type: 'geojson', tolerance: 0.1, data: toCollection(shapes, theme) }) as const

/** A style with areas and lines over it. */
export function withShapes(
  style: StyleSpecification,
  shapes: readonly Shape[],
  theme: MapTheme,
): StyleSpecification {
  return {
    ...style,
    sources: { ...style.sources, [SHAPE_SOURCE]: shapeSource(shapes, theme) },
    layers: [...style.layers, ...SHAPE_LAYERS],
  }
}

/** Draws other shapes into a style that has them. */
export function drawShapes(map: MapLibre, shapes: readonly Shape[], theme: MapTheme) {
  map.getSource<GeoJSONSource>(SHAPE_SOURCE)?.setData(toCollection(shapes, theme))
}
