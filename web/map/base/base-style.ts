import type { ExpressionSpecification, StyleSpecification } from 'maplibre-gl'
import type { Language } from '../../../api/domain/vocabulary.ts'
import type { MapTheme } from '../theme.ts'

/** Where the parts of the bundled map lie; each is fetched only when this style is used. */
export type BundledParts = { world: string; places: string; city: string }

/** CSS families: the style has no `glyphs`, so MapLibre draws labels with the page's own fonts. */
const TEXT = ['Golos Text Variable', 'sans-serif']
const DISPLAY = ['Podkova Variable', 'Golos Text Variable', 'serif']

type Palette = {
  land: string
  water: string
  shore: string
  border: string
  label: string
  faint: string
  halo: string
  road: string
}

function paletteOf({ dark, lowVision, colour }: MapTheme): Palette {
  if (lowVision) {
    const [ink, ground] = [colour('ink'), colour('ground')]
    return {
      land: ground,
      water: dark ? '#1c1c1c' : '#e4e4e4',
      shore: ink,
      border: ink,
      label: ink,
      faint: ink,
      halo: ground,
      road: ink,
    }
  }
  return dark
    ? {
        land: '#18231f',
        water: '#0d1a22',
        shore: '#2b4350',
        border: '#51615c',
        label: '#d9d3c2',
        faint: '#9aa69d',
        halo: '#131d1a',
        road: '#3b4a41',
      }
    : {
        land: '#f4eedf',
        water: '#c3d9dc',
        shore: '#9dbdc3',
        border: '#b9a98a',
        label: '#3c423a',
        faint: '#5c6156',
        halo: '#fbf7ec',
        road: '#ddcfb0',
      }
}

/** Ink thins out as the eye comes closer: numbers at zooms, linear between. */
function byZoom(...stops: number[]): ExpressionSpecification {
  return ['interpolate', ['linear'], ['zoom'], ...stops] as unknown as ExpressionSpecification
}

/** A quiet paper map of land, water, borders and names that needs no server but this one. */
export function bundledStyle(parts: BundledParts, theme: MapTheme, language: Language): StyleSpecification {
  const colours = paletteOf(theme)
  const name: ExpressionSpecification = ['coalesce', ['get', language], ['get', 'en'], ['get', 'ru']]
  /** Sizes of letters at zooms or ranks, as large as the reader's. */
  const sized = (stops: number[]) => stops.map((stop, at) => (at % 2 === 1 ? stop * theme.letterScale : stop))
  const byRank = (...stops: number[]) =>
    ['interpolate', ['linear'], ['get', 'rank'], ...sized(stops)] as unknown as ExpressionSpecification
  const ofClass = (value: string): ExpressionSpecification => ['==', ['get', 'class'], value]
  const halo = { 'text-halo-color': colours.halo, 'text-halo-width': 1.6, 'text-halo-blur': 0.4 }
  return {
    version: 8,
    name: 'Homeward paper',
    sources: {
      world: { type: 'geojson', data: parts.world, tolerance: 0.25, attribution: 'Natural Earth' },
      places: {
        type: 'geojson',
        data: parts.places,
        attribution: '<a href="https://www.geonames.org/">GeoNames</a>',
      },
      city: { type: 'geojson', data: parts.city },
    },
    layers: [
      { id: 'ground', type: 'background', paint: { 'background-color': colours.land } },
      {
        id: 'water',
        type: 'fill',
        source: 'world',
        filter: ['==', ['get', 'part'], 'sea'],
        paint: { 'fill-color': colours.water, 'fill-antialias': false },
      },
      {
        id: 'land',
        type: 'fill',
        source: 'world',
        filter: ['==', ['get', 'part'], 'land'],
        paint: { 'fill-color': colours.land, 'fill-outline-color': colours.shore },
      },
      {
        id: 'shore',
        type: 'line',
        source: 'world',
        filter: ['==', ['get', 'part'], 'land'],
        paint: { 'line-color': colours.shore, 'line-width': byZoom(1, 0.4, 6, 1.4, 12, 2.4) },
      },
      {
        id: 'border',
        type: 'line',
        source: 'world',
        filter: ['==', ['get', 'part'], 'border'],
        layout: { 'line-join': 'round' },
        paint: {
          'line-color': colours.border,
          'line-width': byZoom(1, 0.5, 6, 1.3, 12, 2),
          'line-dasharray': [3, 2],
        },
      },
      {
        id: 'ring-road',
        type: 'line',
        source: 'city',
        filter: ofClass('ring'),
        layout: { 'line-join': 'round' },
        paint: { 'line-color': colours.road, 'line-width': byZoom(8, 1, 11, 3, 14, 9) },
      },
      {
        id: 'metro-dot',
        type: 'circle',
        source: 'city',
        minzoom: 11.5,
        filter: ofClass('metro'),
        paint: {
          'circle-radius': byZoom(11.5, 2, 15, 4.5),
          'circle-color': colours.halo,
          'circle-stroke-color': colours.faint,
          'circle-stroke-width': 1.4,
        },
      },
      {
        id: 'metro-name',
        type: 'symbol',
        source: 'city',
        minzoom: 12.4,
        filter: ofClass('metro'),
        layout: {
          'text-field': name,
          'text-font': TEXT,
          'text-size': byZoom(...sized([12, 11, 16, 13.5])),
          'text-anchor': 'top',
          'text-offset': [0, 0.5],
          'text-max-width': 8,
          'text-optional': true,
        },
        paint: { 'text-color': colours.faint, ...halo },
      },
      {
        id: 'district-name',
        type: 'symbol',
        source: 'city',
        minzoom: 10,
        filter: ofClass('district'),
        layout: {
          'text-field': name,
          'text-font': DISPLAY,
          'text-size': byZoom(...sized([10, 11.5, 14, 17])),
          'text-letter-spacing': 0.04,
          'text-max-width': 7,
        },
        paint: { 'text-color': colours.label, ...halo },
      },
      {
        id: 'place-name',
        type: 'symbol',
        source: 'places',
        // From where districts are named, the name of their city has said all it can.
        filter: ['all', ['>=', ['zoom'], ['get', 'minZoom']], ['<', ['zoom'], ['-', 18.5, ['get', 'rank']]]],
        layout: {
          'text-field': name,
          'text-font': DISPLAY,
          'text-size': [
            'interpolate',
            ['linear'],
            ['zoom'],
            2,
            byRank(4, 9.5, 7, 13),
            10,
            byRank(3, 12.5, 7, 26),
          ],
          'symbol-sort-key': ['-', 0, ['get', 'rank']],
          'text-max-width': 7,
          'text-padding': 6,
        },
        paint: { 'text-color': colours.label, ...halo },
      },
    ],
  }
}
