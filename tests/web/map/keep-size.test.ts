import type { Map as MapLibre } from 'maplibre-gl'
import { afterEach, expect, it, vi } from 'vitest'
import { keepSize } from '../../../web/map/keep-size.ts'

afterEach(() => vi.unstubAllGlobals())

it('resizes a map that was made before its container had its width, and says so', () => {
  let observed = () => {}
  const disconnect = vi.fn()
  vi.stubGlobal(
    'ResizeObserver',
    class {
      disconnect = disconnect
      constructor(measure: () => void) {
        observed = measure
      }
      observe() {}
    },
  )
  const container = { clientWidth: 56, clientHeight: 320 }
  const canvas = { clientWidth: 56, clientHeight: 320 }
  let idle = () => {}
  const map = {
    getContainer: () => container,
    getCanvas: () => canvas,
    resize: vi.fn(() => Object.assign(canvas, container)),
    on: (_: string, heard: () => void) => {
      idle = heard
    },
  }
  const resized = vi.fn()
  const stop = keepSize(map as unknown as MapLibre, resized)
  observed()
  expect(map.resize).not.toHaveBeenCalled()
  container.clientWidth = 516
  observed()
  expect([canvas.clientWidth, resized.mock.calls.length]).toEqual([516, 1])
  // Where no observer tells, the next rest of the map does.
  container.clientWidth = 400
  idle()
  expect([canvas.clientWidth, resized.mock.calls.length]).toEqual([400, 2])
  // Hidden, a container has no size to take over.
  container.clientWidth = 0
  observed()
  expect(map.resize).toHaveBeenCalledTimes(2)
  stop()
  expect(disconnect).toHaveBeenCalledOnce()
})
