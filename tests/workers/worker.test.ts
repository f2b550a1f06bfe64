import { afterAll, beforeAll, expect, test } from 'vitest'
import { startWorker } from './harness.ts'

let service: Awaited<ReturnType<typeof startWorker>>
beforeAll(async () => {
  service = await startWorker()
})
afterAll(() => service?.stop())

test('answers', async () => {
  const response = await service.fetch('/readyz')
  expect(await response.json()).toEqual({ status: 'ready' })
})
