import { expect, test } from 'vitest'
import document from '../../../api/openapi.json' with { type: 'json' }

type Schema = { pattern?: unknown; example?: unknown }

/** Every object in the document that has both a pattern and an example. */
function patterned(node: unknown): { pattern: string; example: string }[] {
  if (typeof node !== 'object' || node === null) return []
  const { pattern, example } = node as Schema
  const own = typeof pattern === 'string' && typeof example === 'string' ? [{ pattern, example }] : []
  return [...own, ...Object.values(node).flatMap(patterned)]
}

test('the examples of the published document fit its own patterns', () => {
  const all = patterned(document)
  expect(all.length).toBeGreaterThan(1)
  for (const { pattern, example } of all) expect(example).toMatch(new RegExp(pattern, 'u'))
})
