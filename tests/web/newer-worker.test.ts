import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { putNewerInCharge, whenInstalled } from '../../web/state/newer-worker.ts'

class Worker extends EventTarget {
  state: ServiceWorkerState
  told: unknown[] = []
  constructor(state: ServiceWorkerState) {
    super()
    this.state = state
  }
  postMessage(message: unknown) {
    this.told.push(message)
  }
  becomes(state: ServiceWorkerState) {
    this.state = state
    this.dispatchEvent(new Event('statechange'))
  }
}

type Workers = { waiting?: Worker; active?: Worker }

function registered(workers: Workers | undefined) {
  vi.stubGlobal('navigator', { serviceWorker: { getRegistration: async () => workers } })
}

/** Whether it has ended by now. */
function watch(promise: Promise<void>) {
  let ended = false
  void promise.then(() => {
    ended = true
  })
  return async () => {
    await vi.advanceTimersByTimeAsync(0)
    return ended
  }
}

beforeEach(() => void vi.useFakeTimers())
afterEach(() => {
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

test('a worker that waits is told to take over, and waited for until it is in charge', async () => {
  const waiting = new Worker('installed')
  registered({ waiting, active: new Worker('activated') })
  const ended = watch(putNewerInCharge())
  expect(await ended()).toBe(false)
  expect(waiting.told).toEqual([{ type: 'SKIP_WAITING' }])
  waiting.becomes('activating')
  expect(await ended()).toBe(false)
  waiting.becomes('activated')
  expect(await ended()).toBe(true)
})

test('nothing is waited for where another tab has put it in charge, or where there is no worker', async () => {
  registered({ active: new Worker('activated') })
  expect(await watch(putNewerInCharge())()).toBe(true)
  registered(undefined)
  expect(await watch(putNewerInCharge())()).toBe(true)
  vi.stubGlobal('navigator', {})
  expect(await watch(putNewerInCharge())()).toBe(true)
})

test('a worker that another tab is putting in charge is waited for', async () => {
  const active = new Worker('activating')
  registered({ active })
  const ended = watch(putNewerInCharge())
  expect(await ended()).toBe(false)
  active.becomes('activated')
  expect(await ended()).toBe(true)
})

test('a page that somebody asked for is not held up for long', async () => {
  registered({ waiting: new Worker('installed') })
  const ended = watch(putNewerInCharge())
  await vi.advanceTimersByTimeAsync(2_900)
  expect(await ended()).toBe(false)
  await vi.advanceTimersByTimeAsync(200)
  expect(await ended()).toBe(true)
})

test('a worker that is being installed is waited for, whether it succeeds or fails', async () => {
  for (const end of ['installed', 'redundant'] as const) {
    const installing = new Worker('installing')
    const ended = watch(whenInstalled({ installing } as unknown as ServiceWorkerRegistration))
    expect(await ended()).toBe(false)
    installing.becomes(end)
    expect(await ended()).toBe(true)
  }
})
