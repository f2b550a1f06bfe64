import { beforeAll, describe, expect, it, vi } from 'vitest'
import { loadMessages } from '../../../web/i18n/index.ts'
import type { MapItem, MapReport, StackItem } from '../../../web/map/items.ts'
import type { MapView } from '../../../web/map/map-view.ts'
import { createMarkerLayer } from '../../../web/map/marker-layer.tsx'
import type { LngLat } from '../../../web/wire.ts'
import { click } from '../render.tsx'

const PLACE: LngLat = { lng: 37.6, lat: 55.7 }

const report = (id: string): MapReport => ({
  ...{ type: 'report', key: id, id, kind: 'found', species: 'cat', ...PLACE },
  ...{ colours: [], isHome: false, occurredAt: '2026-11-20T10:00:00Z', approximate: true, radiusM: 500 },
})

function stackOf(count: number, from = 0): StackItem {
  const reports = Array.from({ length: count }, (_, n) => report(`report ${from + n}`))
  return { type: 'stack', key: 'spot', ...PLACE, reports }
}

/** A map that only remembers its markers and where it was asked to look. */
function layerWith(...items: MapItem[]) {
  document.body.replaceChildren()
  const elements = new Map<string, HTMLElement>()
  const view = {
    camera: { now: () => ({ ...PLACE, zoom: 15 }), bringIntoView: vi.fn() },
    markers: {
      set(key: string, _: LngLat, element: HTMLElement) {
        if (!elements.has(key)) document.body.append(element)
        elements.set(key, element)
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

beforeAll(() => loadMessages('map'))

describe('reports at one point', () => {
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

  it('stay open while some of them stay, whatever is said of them, and keep the focus', async () => {
    const { fanned, layer, list, stackButton } = layerWith(stackOf(12))
    await click(stackButton())
    stackButton().focus()
    const marker = stackButton()
    const renamed = stackOf(13, 1)
    renamed.reports[0]!.name = 'Дымок'
    layer.show([renamed])
    expect(list).toHaveBeenLastCalledWith(renamed)
    expect([stackButton(), document.activeElement]).toEqual([marker, marker])
    expect(stackButton().getAttribute('aria-label')).toContain('13')
    layer.show([stackOf(7, 5)])
    expect(fanned()).toHaveLength(7)
  })

  it('are gathered when others are at their point, be they as many', async () => {
    const { layer, list, stackButton } = layerWith(stackOf(12))
    await click(stackButton())
    layer.show([stackOf(12, 12)])
    expect(list).toHaveBeenLastCalledWith(undefined)
    expect(stackButton().getAttribute('aria-expanded')).toBe('false')
    expect(layer.gather()).toBe(false)
  })
})

it('a report that was edited keeps its marker, and the focus on it', () => {
  const { layer } = layerWith(report('a'))
  const marker = document.body.querySelector<HTMLButtonElement>('button')!
  marker.focus()
  const label = marker.getAttribute('aria-label')
  layer.show([{ ...report('a'), name: 'Дымок' }])
  expect(document.body.querySelector('button')).toBe(marker)
  expect(document.activeElement).toBe(marker)
  expect(marker.getAttribute('aria-label')).not.toBe(label)
  expect(marker.getAttribute('aria-label')).toContain('Дымок')
})

describe('a marker that gets the focus', () => {
  it.each([
    { by: 'keyboard', visibly: true, times: 1 },
    { by: 'pointer', visibly: false, times: 0 },
  ])('by $by moves the map $times times', ({ visibly, times }) => {
    const { view } = layerWith({ ...report('a'), lng: 37.9 })
    const button = document.body.querySelector('button')!
    vi.spyOn(button, 'matches').mockImplementation((selector) => selector === ':focus-visible' && visibly)
    button.dispatchEvent(new FocusEvent('focusin', { bubbles: true }))
    expect(view.camera.bringIntoView).toHaveBeenCalledTimes(times)
    if (visibly) expect(view.camera.bringIntoView.mock.calls[0]?.[0]).toMatchObject({ lng: 37.9 })
  })
})
