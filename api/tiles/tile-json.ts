import { KINDS } from '../domain/vocabulary.ts'
import { REPORT_ZOOM } from './service.ts'

const FILTERS = [
  'near',
  'radiusM',
  'bbox',
  'kind',
  'species',
  'status',
  'since',
  'until',
  'q',
  'aboutReportId',
]

/** TileJSON 3.0.0 (https://github.com/mapbox/tilejson-spec) with the given filters in the tile address. */
export function describeTiles(publicUrl: string, query: URLSearchParams) {
  const filters = new URLSearchParams([...query].filter(([name]) => FILTERS.includes(name)))
  const search = filters.size > 0 ? `?${filters}` : ''
  return {
    tilejson: '3.0.0',
    name: 'Homeward reports',
    scheme: 'xyz',
    tiles: [`${publicUrl}/tiles/{z}/{x}/{y}.mvt${search}`],
    minzoom: 0,
    maxzoom: REPORT_ZOOM,
    vector_layers: [
      {
        id: 'clusters',
        minzoom: 0,
        maxzoom: REPORT_ZOOM - 1,
        fields: {
          count: 'Number of reports',
          ...Object.fromEntries(
            KINDS.map((kind) => [kind, `Number of ${kind} reports among them; left out when 0`]),
          ),
          west: 'Box round the reports, degrees',
          south: 'Box round the reports, degrees',
          east: 'Box round the reports, degrees',
          north: 'Box round the reports, degrees',
        },
      },
      {
        id: 'reports',
        minzoom: 0,
        maxzoom: REPORT_ZOOM,
        fields: {
          id: 'Report id',
          kind: 'String',
          species: 'String',
          sex: 'String, where it is known',
          status: 'String',
          name: 'String, where there is one',
          colours: 'Codes with commas between them, where any is known',
          approximate: 'Boolean: an area, not a point',
          radiusM: 'Radius of the area, metres',
          photoId: 'First photo: /photos/{photoId}/thumb.webp',
          occurredAt: 'Unix seconds',
          spot: 'Equal for reports at one public point',
          together: 'How many reports share the public point',
        },
      },
    ],
  }
}
