import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'

test('the service allows the one inline script of the app’s page, and no other', () => {
  const page = readFileSync('web/index.html', 'utf8')
  const inline = [...page.matchAll(/<script>([\s\S]*?)<\/script>/g)].map(([, script]) => script!)
  const hashes = inline.map((script) => createHash('sha256').update(script).digest('base64'))
  const allowed = [...readFileSync('api/app.ts', 'utf8').matchAll(/'sha256-([^']+)'/g)].map(
    ([, hash]) => hash,
  )
  expect(inline).toHaveLength(1)
  expect(allowed).toEqual(hashes)
})
