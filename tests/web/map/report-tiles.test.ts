import type { Map as MapLibre } from 'maplibre-gl'
import { describe, expect, it, vi } from 'vitest'
import { createReportTiles } from '../../../web/map/report-tiles.ts'

const LOST = 'kind=lost'
const TILE = { z: 3, x: 4, y: 2 }

/** A map that keeps its sources and remembers which tiles were asked for again; its tiles hold what is put there. */
function tilesOf({ styled = true } = {}) {
  const sources = new Map<string, { setTiles: (tiles: string[]) => void }>()
  const setTiles = vi.fn()
  const held: object[] = []
  const listeners: [string, (event: unknown) => void][] = []
  const map = {
    on: (event: string, listen: (event: unknown) => void) => listeners.push([event, listen]),
    addSource: (id: string) => sources.set(id, { setTiles }),
    addLayer: vi.fn(),
    getSource: (id: string) => sources.get(id),
    isSourceLoaded: () => true,
    refreshTiles: vi.fn(),
    querySourceFeatures: (_: string, { sourceLayer }: { sourceLayer: string }) =>
      sourceLayer === 'reports' ? held : [],
    getZoom: () => 3,
    getCenter: () => ({ lng: 0, lat: 0 }),
    getBounds: () => ({ getWest: () => -1, getSouth: () => -1, getEast: () => 1, getNorth: () => 1 }),
  }
  const style = { isStyled: styled }
  const onItems = vi.fn()
  const tiles = createReportTiles(map as unknown as MapLibre, { isStyled: () => style.isStyled, onItems })
  const tell = (name: string, event: unknown = {}) => {
    for (const [known, listen] of listeners) if (known === name) listen(event)
  }
  const fail = () => tell('error', { sourceId: 'hw-reports', tile: { tileID: { canonical: TILE } } })
  return { fail, held, map, onItems, setTiles, sources, style, tell, tiles }
}

describe('the tiles of reports', () => {
  it('wait for a style that takes their source', () => {
    const { map, sources, style, tiles } = tilesOf({ styled: false })
    tiles.show(LOST)
    expect([...sources]).toEqual([])
    style.isStyled = true
    tiles.ensureSource()
    tiles.ensureSource()
    expect([...sources.keys()]).toEqual(['hw-reports'])
    expect(map.addLayer).toHaveBeenCalledTimes(2)
  })

  it('ride on a new style once there is a query', () => {
    const { tiles } = tilesOf()
    const bare = { version: 8 as const, sources: {}, layers: [] }
    expect(tiles.withReports(bare)).toBe(bare)
    tiles.show(LOST)
    expect(tiles.withReports(bare).sources['hw-reports']).toMatchObject({
      tiles: [expect.stringMatching(/\/tiles\/\{z\}\/\{x\}\/\{y\}\.mvt\?kind=lost$/)],
    })
  })

  it('are asked for anew by another query, and by the same one only when refreshed', () => {
    const { map, setTiles, tiles } = tilesOf()
    tiles.show(LOST)
    tiles.show(LOST)
    expect(setTiles).not.toHaveBeenCalled()
    tiles.show('')
    expect(setTiles).toHaveBeenCalledExactlyOnceWith([expect.stringMatching(/\.mvt$/)])
    map.refreshTiles.mockClear()
    tiles.refresh()
    expect(map.refreshTiles).toHaveBeenCalledExactlyOnceWith('hw-reports')
  })

  it('are asked for by name where they failed, once', () => {
    const { fail, map, tiles } = tilesOf()
    tiles.show(LOST)
    fail()
    tiles.refresh()
    expect(map.refreshTiles).toHaveBeenLastCalledWith('hw-reports', [TILE])
    tiles.refresh()
    expect(map.refreshTiles).toHaveBeenLastCalledWith('hw-reports')
  })

  it('tell of an empty view, of what is lacking, and of nothing twice', () => {
    const { fail, onItems, tell, tiles } = tilesOf()
    tell('idle')
    expect(onItems).not.toHaveBeenCalled()
    tiles.show(LOST)
    tell('idle')
    tell('moveend')
    expect(onItems.mock.calls).toEqual([[[], false]])
    fail()
    tell('sourcedata', { sourceId: 'hw-reports', isSourceLoaded: true })
    expect(onItems.mock.calls.slice(1)).toEqual([[[], true]])
  })

  const PET = { kind: 'lost', species: 'dog', name: 'Туман', colours: 'black', occurredAt: 0, spot: 's' }
  const at = (properties: object) => ({
    geometry: { type: 'Point', coordinates: [0, 0] },
    properties: { ...PET, ...properties },
  })

  it.each([
    ['came home', { status: 'reunited' }],
    ['was renamed', { name: 'Дымок' }],
    ['has a sex now', { sex: 'male' }],
    ['has other colours', { colours: 'black,white' }],
    ['has a photo now', { photoId: 'p' }],
    ['is placed nearer', { radiusM: 0, approximate: false }],
  ])('tell of a report that %s, once', (_, change) => {
    const { held, onItems, tell, tiles } = tilesOf()
    tiles.show(LOST)
    const before = { id: 'a', radiusM: 500, approximate: true }
    held.push(at(before))
    tell('idle')
    held.splice(0, 1, at({ ...before, ...change }))
    tell('idle')
    tell('moveend')
    expect(onItems).toHaveBeenCalledTimes(2)
    expect(onItems.mock.lastCall![0]).not.toEqual(onItems.mock.calls[0]![0])
  })

  it('tell of other animals at a point that are as many', () => {
    const { held, onItems, tell, tiles } = tilesOf()
    tiles.show(LOST)
    held.push(at({ id: 'a' }), at({ id: 'b' }))
    tell('idle')
    held.splice(0, 2, at({ id: 'c' }), at({ id: 'd' }))
    tell('idle')
    expect(onItems.mock.lastCall![0]).toMatchObject([{ type: 'stack', reports: [{ id: 'c' }, { id: 'd' }] }])
  })
})
