import { beforeEach, expect, test } from 'vitest'
import { whenNewerWorkerIsInCharge } from '../../web/state/newer-worker.ts'

class Workers extends EventTarget {
  controller: object | null = null
  change(controller: object | null) {
    this.controller = controller
    this.dispatchEvent(new Event('controllerchange'))
  }
}

let workers: Workers
let told: number

function watch(controller: object | null) {
  workers.controller = controller
  whenNewerWorkerIsInCharge(workers as unknown as ServiceWorkerContainer, () => told++)
}

beforeEach(() => {
  workers = new Workers()
  told = 0
})

test('another worker in the place of the one that answered this page is a newer version', () => {
  watch({ version: 1 })
  expect(told).toBe(0)
  workers.change({ version: 2 })
  expect(told).toBe(1)
})

test('the first worker of a device is no newer version, the next one is', () => {
  watch(null)
  workers.change({ version: 1 })
  expect(told).toBe(0)
  workers.change({ version: 2 })
  expect(told).toBe(1)
})

test('a worker that was taken off, as a browser’s settings do, is no newer version', () => {
  watch({ version: 1 })
  workers.change(null)
  workers.change({ version: 1 })
  expect(told).toBe(0)
})
