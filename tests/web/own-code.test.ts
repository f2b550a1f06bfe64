import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { isCodeGone, mayLeaveCode } from '../../web/state/own-code.ts'

const FILE = 'http://localhost/assets/app-a.js'

beforeEach(() => sessionStorage.clear())
afterEach(() => vi.unstubAllGlobals())

function answers(status: number, type: string) {
  vi.stubGlobal('fetch', async () => new Response(null, { status, headers: { 'Content-Type': type } }))
}

test.each([
  { answer: 'its own file', status: 200, type: 'text/javascript; charset=utf-8', gone: false },
  { answer: 'not found', status: 404, type: 'application/problem+json', gone: true },
  { answer: 'a page in its stead', status: 200, type: 'text/html; charset=utf-8', gone: true },
  { answer: 'trouble of the server’s own', status: 502, type: 'text/html', gone: false },
])('a version whose server answers with $answer is gone: $gone', async ({ status, type, gone }) => {
  answers(status, type)
  expect(await isCodeGone(FILE)).toBe(gone)
})

test('without a connection nothing is known to be gone', async () => {
  vi.stubGlobal('fetch', () => Promise.reject(new TypeError('offline')))
  expect(await isCodeGone(FILE)).toBe(false)
})

test('a version is left once, so that a page never loads itself anew for ever', () => {
  expect(mayLeaveCode(FILE)).toBe(true)
  expect(mayLeaveCode(FILE)).toBe(false)
  expect(mayLeaveCode('http://localhost/assets/app-b.js')).toBe(true)
})

test('where the tab remembers nothing, nothing is left', () => {
  vi.stubGlobal('sessionStorage', {
    getItem() {
      throw new DOMException('blocked', 'SecurityError')
    },
  })
  expect(mayLeaveCode(FILE)).toBe(false)
})
