import { VectorTile } from '@mapbox/vector-tile'
import { PbfReader } from 'pbf'
import { describe, expect, it } from 'vitest'
import { type CellCount, clusterCells, loneCells } from '../../../api/tiles/cells.ts'
import { encodeTile } from '../../../api/tiles/encode.ts'

const cell = (over: Partial<CellCount>): CellCount => ({
  cell: 1n,
  kind: 'lost',
  count: 1,
  lngSum: 10,
  latSum: 50,
  west: 10,
  south: 50,
  east: 10,
  north: 50,
  ...over,
})

describe('clusterCells', () => {
  it('adds the kinds of a cell up and stands at the mean of the members', () => {
    const rows = [
      cell({ count: 3, lngSum: 30, latSum: 150 }),
      cell({ kind: 'found', lngSum: 14, latSum: 54, west: 14, south: 54, east: 14, north: 54 }),
      cell({ cell: 2n, count: 2, lngSum: 40, latSum: 0 }),
    ]
    expect(clusterCells(rows)).toEqual([
      {
        lng: 11,
        lat: 51,
        count: 4,
        countsByKind: { lost: 3, found: 1 },
        west: 10,
        south: 50,
        east: 14,
        north: 54,
      },
      expect.objectContaining({ lng: 20, count: 2 }),
    ])
  })
})

describe('loneCells', () => {
  it('finds the cells with one report in all, of whatever kind', () => {
    const rows = [cell({}), cell({ kind: 'found' }), cell({ cell: 2n }), cell({ cell: 3n, count: 2 })]
    expect(loneCells(rows)).toEqual(new Set([2n]))
  })
})

describe('encodeTile', () => {
  const read = (bytes: Uint8Array) => new VectorTile(new PbfReader(bytes))

  it('leaves out layers without content', () => {
    expect(Object.keys(read(encodeTile({ z: 0, x: 0, y: 0 }, { clusters: [], reports: [] })).layers)).toEqual(
      [],
    )
  })

  it('keeps a point on the last step of the tile that owns it', () => {
    const [cluster] = clusterCells([cell({ lngSum: -1e-12, latSum: 1e-12 })])
    const tile = read(encodeTile({ z: 1, x: 0, y: 0 }, { clusters: [cluster!], reports: [] }))
    const [[place] = []] = tile.layers['clusters']!.feature(0).loadGeometry()
    expect(place).toMatchObject({ x: 4095, y: 4095 })
  })
})
