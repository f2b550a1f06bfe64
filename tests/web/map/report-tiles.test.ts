import type { Map as MapLibre } from 'maplibre-gl'
import { describe, expect, it, vi } from 'vitest'
import { createReportTiles } from '../../../web/map/report-tiles.ts'

const LOST = 'kind=lost'
const TILE = { z: 3, x: 4, y: 2 }

/** A map that keeps its sources and remembers which tiles were asked for again; its tiles hold nothing. */
function tilesOf({ styled = true } = {}) {
  const sources = new Map<string, { setTiles: (tiles: string[]) => void }>()
  const setTiles = vi.fn()
  const listeners: [string, (event: unknown) => void][] = []
  const map = {
    on: (event: string, listen: (event: unknown) => void) => listeners.push([event, listen]),
    addSource: (id: string) => sources.set(id, { setTiles }),
    addLayer: vi.fn(),
    getSource: (id: string) => sources.get(id),
    isSourceLoaded: () => true,
    refreshTiles: vi.fn(),
    querySourceFeatures: () => [],
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
  return { fail, map, onItems, setTiles, sources, style, tell, tiles }
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
})
