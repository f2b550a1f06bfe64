import { render } from 'preact'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { MapWaiting } from '../../../web/map/MapWaiting.tsx'
import { useLateness } from '../../../web/map/useLateness.ts'
import { setLanguage } from '../../../web/state/device.ts'
import { byText, click, settle, show } from '../render.tsx'

const retry = vi.fn()

function Waiting({ waiting }: { waiting: string | undefined }) {
  const late = useLateness(waiting, retry)
  return <MapWaiting stage={waiting === undefined ? 'ready' : late ? 'late' : 'loading'} retry={retry} />
}

const goes = (online: boolean) => {
  vi.spyOn(navigator, 'onLine', 'get').mockReturnValue(online)
  dispatchEvent(new Event(online ? 'online' : 'offline'))
}

async function later(ms: number) {
  await vi.advanceTimersByTimeAsync(ms)
  await settle()
}

beforeEach(() => {
  setLanguage('en')
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'], shouldAdvanceTime: true })
  retry.mockClear()
})
afterEach(() => {
  for (const root of document.body.children) render(null, root)
  vi.useRealTimers()
  vi.restoreAllMocks()
})

it('says after eight seconds that the map did not load, and lets a person try again', async () => {
  const root = await show(<Waiting waiting="first" />)
  await later(7_000)
  expect(root.textContent).toBe('Loading the map…')
  await later(1_100)
  expect(root.querySelector('[role=status]')?.textContent).toContain('The map did not load.')
  await click(byText(root, 'Try again'))
  expect(retry).toHaveBeenCalledOnce()
})

it('says so soon where the connection is lost, and tries by itself when it is back', async () => {
  const root = await show(<Waiting waiting="first" />)
  await later(1_000)
  goes(true)
  expect(retry).not.toHaveBeenCalled()
  goes(false)
  await later(2_100)
  expect(root.textContent).toContain('The map did not load.')
  goes(true)
  expect(retry).toHaveBeenCalledOnce()
})

it('says nothing of a map that came in time', async () => {
  const root = await show(<Waiting waiting={undefined} />)
  await later(9_000)
  expect(root.textContent).toBe('')
})
