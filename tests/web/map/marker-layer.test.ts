import { beforeAll, describe, expect, it, vi } from 'vitest'
import { loadMessages } from '../../../web/i18n/index.ts'
import type { MapReport, StackItem } from '../../../web/map/items.ts'
import type { MapView } from '../../../web/map/map-view.ts'
import { createMarkerLayer } from '../../../web/map/marker-layer.tsx'
import type { LngLat } from '../../../web/wire.ts'
import { click } from '../render.tsx'

const PLACE: LngLat = { lng: 37.6, lat: 55.7 }

const report = (id: string): MapReport => ({
  ...{ type: 'report', key: id, id, kind: 'found', species: 'cat', ...PLACE },
  ...{ colours: [], isHome: false, occurredAt: '2026-11-20T10:00:00Z', approximate: true, radiusM: 500 },
})

function stackOf(count: number): StackItem {
  const reports = Array.from({ length: count }, (_, n) => report(`report ${n}`))
  return { type: 'stack', key: `spot ${count}`, ...PLACE, reports }
}

/** A map that only remembers its markers and where it was asked to look. */
function layerWith(...items: StackItem[]) {
  document.body.replaceChildren()
  const elements = new Map<string, HTMLElement>()
  const view = {
    camera: { now: () => ({ ...PLACE, zoom: 15 }), bringIntoView: vi.fn() },
    markers: {
      set(key: string, _: LngLat, element: HTMLElement) {
        elements.set(key, element)
        document.body.append(element)
      },
      remove(key: string) {
        elements.get(key)?.remove()
        elements.delete(key)
      },
    },
  }
  const list = vi.fn<(stack: StackItem | undefined) => void>()
  const actions = { openCluster: vi.fn(), choose: vi.fn(), list }
  const layer = createMarkerLayer(view as unknown as MapView, actions)
  layer.show(items)
  const fanned = () => [...elements.keys()].filter((key) => key.startsWith('fan '))
  const stackButton = () => document.body.querySelector<HTMLButtonElement>('[aria-expanded]')!
  return { layer, list, view, fanned, stackButton }
}

describe('reports at one point', () => {
  beforeAll(() => loadMessages('map'))

  it('fan out while they are few, all of them brought into view', async () => {
    const { fanned, list, stackButton, view } = layerWith(stackOf(8))
    await click(stackButton())
    expect(fanned()).toHaveLength(8)
    expect(view.camera.bringIntoView).toHaveBeenCalledOnce()
    expect(list).toHaveBeenLastCalledWith(undefined)
    await click(stackButton())
    expect(fanned()).toHaveLength(0)
  })

  it('are listed where a fan would run off the screen', async () => {
    const many = stackOf(9)
    const { fanned, list, stackButton } = layerWith(many)
    await click(stackButton())
    expect(fanned()).toHaveLength(0)
    expect(list).toHaveBeenLastCalledWith(many)
    expect(stackButton().getAttribute('aria-expanded')).toBe('true')
    await click(stackButton())
    expect(list).toHaveBeenLastCalledWith(undefined)
  })

  it('are listed no more once the tiles have them no more', async () => {
    const { layer, list, stackButton } = layerWith(stackOf(12))
    await click(stackButton())
    layer.show([])
    expect(list).toHaveBeenLastCalledWith(undefined)
  })

  it('give the keyboard back to their marker when the list is left', async () => {
    const { layer, list, stackButton } = layerWith(stackOf(12))
    await click(stackButton())
    layer.leaveList()
    expect(document.activeElement).toBe(stackButton())
    expect(list).toHaveBeenLastCalledWith(undefined)
  })
})
