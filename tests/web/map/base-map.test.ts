import { readFileSync } from 'node:fs'
import type { Map as MapLibre, StyleSpecification } from 'maplibre-gl'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { attachBaseMap } from '../../../web/map/base/base-map.ts'
import { bundledStyle } from '../../../web/map/base/base-style.ts'
import { fetchServerStyle, localiseStyle, nightStyleUrl } from '../../../web/map/base/choose-style.ts'

const theme = { dark: false, lowVision: false, letterScale: 1, colour: () => 'rgb(1, 2, 3)' }
const parts = { world: 'w', places: 'p', city: 'c' }
const signal = new AbortController().signal

const read = (name: string) =>
  JSON.parse(readFileSync(`web/map/base/${name}`, 'utf8')) as GeoJSON.FeatureCollection

const server: StyleSpecification = {
  version: 8,
  sources: {},
  layers: [
    { id: 'water', type: 'background' },
    { id: 'town', type: 'symbol', source: 's', layout: { 'text-field': '{name:latin}' } },
    { id: 'shield', type: 'symbol', source: 's', layout: { 'text-field': ['get', 'ref'] } },
  ],
}

describe('the bundled style', () => {
  it.each([
    [false, false],
    [true, false],
    [false, true],
    [true, true],
  ])('needs no other server and no glyphs (dark %s, low vision %s)', (dark, lowVision) => {
    const style = bundledStyle(parts, { ...theme, dark, lowVision }, 'ru')
    expect(style.glyphs).toBeUndefined()
    expect(style.sprite).toBeUndefined()
    expect(Object.values(style.sources).map((source) => source.type)).toEqual([
      'geojson',
      'geojson',
      'geojson',
    ])
    expect(new Set(style.layers.map(({ id }) => id)).size).toBe(style.layers.length)
  })

  it('shows ground, not water, until the sea comes with the land', () => {
    const style = bundledStyle(parts, theme, 'ru')
    const backgrounds = style.layers.filter(({ type }) => type === 'background')
    expect(backgrounds.map(({ id }) => id)).toEqual(['ground'])
    expect(style.layers.find(({ id }) => id === 'water')).toMatchObject({ type: 'fill', source: 'world' })
  })

  it('has a sea, and land and borders that never cross the date line', () => {
    const { features } = read('natural-earth.geo.json')
    expect(new Set(features.map(({ properties }) => properties!['part']))).toEqual(
      new Set(['sea', 'land', 'border']),
    )
    const drawn = features.filter(({ properties }) => properties!['part'] !== 'sea')
    const lines = drawn.flatMap(({ geometry }) =>
      geometry.type === 'Polygon' || geometry.type === 'MultiLineString' ? geometry.coordinates : [],
    )
    for (const line of lines) {
      for (let i = 1; i < line.length; i++) {
        const [lng, lat] = line[i]!
        expect(Math.abs(lng!)).toBeLessThanOrEqual(180)
        if (Math.abs(lat!) < 84) expect(Math.abs(lng! - line[i - 1]![0]!)).toBeLessThan(45)
      }
    }
  })

  it('names Moscow from afar, its districts and stations close by', () => {
    const moscow = read('places.geo.json').features.find(({ properties }) => properties!['en'] === 'Moscow')!
    expect(moscow.properties).toMatchObject({ ru: 'Москва', minZoom: 2 })
    const classes = new Set(read('moscow.geo.json').features.map(({ properties }) => properties!['class']))
    expect(classes).toEqual(new Set(['district', 'metro', 'ring']))
  })
})

/** After WCAG 2: `#rrggbb` against `#rrggbb`. */
function contrast(a: string, b: string): number {
  const light = (hex: string) => {
    const [r, g, b] = [1, 3, 5].map((at) => {
      const share = Number.parseInt(hex.slice(at, at + 2), 16) / 255
      return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4
    })
    return 0.2126 * r! + 0.7152 * g! + 0.0722 * b!
  }
  const [high, low] = [light(a), light(b)].sort((x, y) => y - x)
  return (high! + 0.05) / (low! + 0.05)
}

describe('the names on the bundled map', () => {
  const namesOf = (changes: Partial<typeof theme>) =>
    bundledStyle(parts, { ...theme, ...changes }, 'ru').layers.filter((layer) => layer.type === 'symbol')

  it.each([false, true])('stand out from land by 4.5:1, whole (dark %s)', (dark) => {
    const { layers } = bundledStyle(parts, { ...theme, dark }, 'ru')
    const land = layers.find((layer) => layer.type === 'background')!.paint!['background-color'] as string
    for (const { paint } of namesOf({ dark })) {
      expect(contrast(paint!['text-color'] as string, land)).toBeGreaterThanOrEqual(4.5)
      expect(paint!['text-opacity']).toBeUndefined()
    }
  })

  it('grow with the reader’s letters', () => {
    const metro = namesOf({ lowVision: true, letterScale: 2 }).find(({ id }) => id === 'metro-name')!
    expect(metro.layout!['text-size']).toEqual(['interpolate', ['linear'], ['zoom'], 12, 22, 16, 27])
  })
})

describe('the server’s style', () => {
  it('gets its names in the reader’s language, and keeps road numbers', () => {
    const { layers } = localiseStyle(server, 'ru')
    expect(JSON.stringify(layers[1])).toContain('name:ru')
    expect(layers[2]).toEqual(server.layers[2])
  })

  it('is the night one in the dark where there is one', () => {
    expect(nightStyleUrl('https://tiles.openfreemap.org/styles/liberty')).toBe(
      'https://tiles.openfreemap.org/styles/dark',
    )
    expect(nightStyleUrl('https://maps.example/style.json')).toBe('https://maps.example/style.json')
  })

  it.each([
    ['refuses', () => new Response('no', { status: 503 })],
    ['sends no style', () => Response.json({ hello: 1 })],
    ['sends no JSON', () => new Response('<html>')],
    [
      'is not reached',
      () => {
        throw new TypeError('Failed to fetch')
      },
    ],
  ])('is done without when the server %s', async (_, answer) => {
    const fetched = vi.spyOn(globalThis, 'fetch').mockImplementation(async () => answer())
    expect(await fetchServerStyle('https://maps.example/s', theme, 'ru', signal)).toBeUndefined()
    fetched.mockRestore()
  })

  it('is not asked for where the reader needs high contrast, or none is set', async () => {
    const fetched = vi.spyOn(globalThis, 'fetch')
    expect(
      await fetchServerStyle('https://maps.example/s', { ...theme, lowVision: true }, 'ru', signal),
    ).toBeUndefined()
    expect(await fetchServerStyle('', theme, 'ru', signal)).toBeUndefined()
    expect(fetched).not.toHaveBeenCalled()
    fetched.mockRestore()
  })
})

describe('attachBaseMap', () => {
  /** The events of a map, which stands on a server's style unless told: there is no WebGL here for a whole one. */
  async function attach({
    styleUrl = 'https://maps.example/s',
    answers = async () => Response.json(server),
    signal = new AbortController().signal,
  } = {}) {
    const listeners = new Map<string, (event: object) => void>()
    const once = new Map<string, () => void>()
    const map = {
      on: (name: string, listen: (event: object) => void) => listeners.set(name, listen),
      once: (name: string, listen: () => void) => once.set(name, listen),
    }
    const shown: StyleSpecification[] = []
    const lacking: boolean[] = []
    const fetched = vi.spyOn(globalThis, 'fetch').mockImplementation(answers)
    const onDrawn = vi.fn()
    let lowVision = false
    const draw = attachBaseMap(map as unknown as MapLibre, {
      styleUrl,
      language: 'ru',
      theme: () => ({ ...theme, lowVision }),
      show: (style, lacksStreets) => {
        shown.push(style)
        lacking.push(lacksStreets)
      },
      onDrawn,
      signal,
    })
    const tell = (name: string, event: object = {}) => listeners.get(name)?.(event)
    return {
      draw,
      fetched,
      shows: () => shown.length,
      isOwn: () => shown.at(-1)!.sources['world'] !== undefined,
      lacksStreets: () => lacking.at(-1),
      onDrawn,
      rest: () => tell('idle'),
      render: () => once.get('render')?.(),
      sourceFails: (sourceId = 'streets') => tell('error', { sourceId }),
      tileComes: (sourceId = 'streets') => tell('data', { dataType: 'source', sourceId, tile: {} }),
      tileFails: (sourceId = 'streets') => tell('error', { sourceId, tile: {} }),
      turnLowVision(on: boolean) {
        lowVision = on
        return draw()
      },
      end: () => fetched.mockRestore(),
    }
  }

  async function drawn(options?: Parameters<typeof attach>[0]) {
    const base = await attach(options)
    await base.draw()
    return base
  }

  it('turns to our own map when three tiles fail and none came, and stays with it', async () => {
    const base = await drawn()
    base.tileFails()
    base.tileFails()
    expect(base.isOwn()).toBe(false)
    base.tileFails()
    expect(base.isOwn()).toBe(true)
    await base.draw()
    expect(base.isOwn()).toBe(true)
    base.end()
  })

  it('says that the streets are missing, and asks for them again when the network is back', async () => {
    const base = await drawn()
    expect(base.lacksStreets()).toBe(false)
    base.sourceFails()
    expect(base.lacksStreets()).toBe(true)
    dispatchEvent(new Event('online'))
    await vi.waitFor(() => expect(base.isOwn()).toBe(false))
    expect(base.lacksStreets()).toBe(false)
    base.end()
  })

  it('turns at once when a source cannot be described', async () => {
    const base = await drawn()
    base.sourceFails()
    expect(base.isOwn()).toBe(true)
    base.end()
  })

  describe('whose server answers nothing after its style', () => {
    beforeEach(() => void vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] }))
    afterEach(() => void vi.useRealTimers())

    it('turns to our own map, which is not given up for being slow', async () => {
      const base = await drawn()
      vi.advanceTimersByTime(19_900)
      expect(base.isOwn()).toBe(false)
      await vi.advanceTimersByTimeAsync(200)
      expect([base.isOwn(), base.lacksStreets()]).toEqual([true, true])
      await vi.advanceTimersByTimeAsync(60_000)
      expect(base.shows()).toBe(2)
      base.end()
    })

    it.each([
      ['a tile came', (base: Awaited<ReturnType<typeof drawn>>) => base.tileComes()],
      ['it came to rest, needing none', (base: Awaited<ReturnType<typeof drawn>>) => base.rest()],
    ])('but stays with the server once %s', async (_, hear) => {
      const base = await drawn()
      hear(base)
      await vi.advanceTimersByTimeAsync(60_000)
      expect(base.isOwn()).toBe(false)
      base.end()
    })

    it('waits anew after a change of theme, and for nothing once the map is gone', async () => {
      const gone = new AbortController()
      const base = await drawn({ signal: gone.signal })
      base.tileComes()
      await base.draw()
      gone.abort()
      await vi.advanceTimersByTimeAsync(60_000)
      expect(base.isOwn()).toBe(false)
      base.end()

      const other = await drawn()
      other.tileComes()
      await other.draw()
      await vi.advanceTimersByTimeAsync(20_100)
      expect(other.isOwn()).toBe(true)
      other.end()
    })
  })

  it('keeps a server that gave a tile, and does not mind our own tiles', async () => {
    const base = await drawn()
    for (let at = 0; at < 5; at += 1) base.tileFails('hw-reports')
    base.tileComes()
    for (let at = 0; at < 5; at += 1) base.tileFails()
    expect(base.isOwn()).toBe(false)
    base.end()
  })

  it('is drawn when the first of its tiles is, also where another never answers, and says so once', async () => {
    const base = await attach()
    base.rest()
    base.tileComes('hw-shapes')
    base.render()
    await base.draw()
    expect(base.onDrawn).not.toHaveBeenCalled()
    base.tileComes()
    expect(base.onDrawn).not.toHaveBeenCalled()
    base.render()
    base.rest()
    expect(base.onDrawn).toHaveBeenCalledOnce()
    base.end()
  })

  it('is drawn when it rests, where its style needs no tiles', async () => {
    const base = await drawn()
    base.rest()
    expect(base.onDrawn).toHaveBeenCalledOnce()
    base.end()
  })

  it('is not drawn while the server says nothing, nor by tiles that all failed: then our own takes its place', async () => {
    let answer = (_: Response) => {}
    const base = await attach({
      answers: () =>
        new Promise<Response>((resolve) => {
          answer = resolve
        }),
    })
    const begun = base.draw()
    base.rest()
    expect(base.onDrawn).not.toHaveBeenCalled()
    answer(Response.json(server))
    await begun
    base.tileFails()
    expect(base.isOwn()).toBe(false)
    base.rest()
    expect(base.onDrawn).not.toHaveBeenCalled()
    expect(base.isOwn()).toBe(true)
    expect(base.lacksStreets()).toBe(true)
    base.tileComes('world')
    base.render()
    expect(base.onDrawn).toHaveBeenCalledOnce()
    base.end()
  })

  it('is not drawn where even our own does not come', async () => {
    const base = await drawn({ answers: async () => new Response('', { status: 503 }) })
    expect(base.isOwn()).toBe(true)
    base.sourceFails('world')
    base.rest()
    expect(base.onDrawn).not.toHaveBeenCalled()
    base.end()
  })

  it('misses no streets that the version for people who see little does not want', async () => {
    const base = await drawn()
    base.sourceFails()
    expect(base.lacksStreets()).toBe(true)
    await base.turnLowVision(true)
    expect([base.isOwn(), base.lacksStreets()]).toEqual([true, false])
    await base.turnLowVision(false)
    expect([base.isOwn(), base.lacksStreets()]).toEqual([true, true])
    base.end()
  })

  it('misses no streets where there is no server', async () => {
    const base = await drawn({ styleUrl: '' })
    base.sourceFails('world')
    expect([base.isOwn(), base.lacksStreets()]).toEqual([true, false])
    base.end()
  })

  it('does not lay a failure of our own map to the server', async () => {
    const base = await attach()
    await base.turnLowVision(true)
    base.sourceFails('world')
    await base.turnLowVision(false)
    expect([base.isOwn(), base.lacksStreets()]).toEqual([false, false])
    base.tileFails()
    expect(base.isOwn()).toBe(false)
    base.end()
  })

  it('stays with our own map when a style of the server that failed comes after all', async () => {
    const base = await drawn()
    let answer = (_: Response) => {}
    base.fetched.mockImplementation(
      () =>
        new Promise<Response>((resolve) => {
          answer = resolve
        }),
    )
    const byNight = base.draw()
    base.sourceFails()
    expect(base.isOwn()).toBe(true)
    answer(Response.json(server))
    await byNight
    expect(base.isOwn()).toBe(true)
    base.end()
  })
})
