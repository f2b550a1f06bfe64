import { signal } from '@preact/signals'
import { act } from 'preact/test-utils'
import { expect, it } from 'vitest'
import { useGradually } from '../../web/components/useGradually.ts'
import { settle, show } from './render.tsx'

const items = signal<number[]>([])
const List = () => <p>{useGradually(items.value, 10).length}</p>
const count = (root: HTMLElement) => Number(root.querySelector('p')?.textContent)

it('draws the first of a list at once and the rest while the browser is idle', async () => {
  items.value = []
  const root = await show(<List />)
  const drawn: number[] = []
  new MutationObserver(() => drawn.push(count(root))).observe(root, { subtree: true, characterData: true })
  await act(() => {
    items.value = Array.from({ length: 25 }, (_, at) => at)
  })
  for (let turn = 0; turn < 4; turn++) await settle()
  expect(drawn).toEqual([10, 20, 25])
})

it('draws a list whole that is there from the start, as after a step back', async () => {
  items.value = Array.from({ length: 25 }, (_, at) => at)
  expect(count(await show(<List />))).toBe(25)
})
