import { render } from 'preact'
import { act } from 'preact/test-utils'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { loadMessages } from '../../../web/i18n/index.ts'
import { TimeSlider } from '../../../web/map/TimeSlider.tsx'
import { navigate } from '../../../web/state/location.ts'
import { filters } from '../../../web/state/search.ts'

let root: HTMLElement

async function show() {
  await loadMessages('map')
  root = document.createElement('div')
  document.body.append(root)
  await act(() => render(<TimeSlider />, root))
  return root.querySelector('input')!
}

async function slide(input: HTMLInputElement, days: number) {
  input.value = String(days)
  await act(() => {
    input.dispatchEvent(new Event('input', { bubbles: true }))
  })
}

beforeEach(() => {
  vi.useFakeTimers()
  navigate('/')
})

afterEach(() => {
  render(null, root)
  root.remove()
  vi.useRealTimers()
})

describe('TimeSlider', () => {
  it('stands at "any time" until a number of days is set', async () => {
    const input = await show()
    expect(input.value).toBe('91')
    await slide(input, 7)
    expect(input.getAttribute('aria-valuetext')).toMatch(/7/)
  })

  it('sets the filter once the hand rests, and takes it off at the far end', async () => {
    const input = await show()
    for (const days of [40, 30, 20]) await slide(input, days)
    expect(filters.value.days).toBeUndefined()
    await act(() => {
      vi.runAllTimers()
    })
    expect(filters.value.days).toBe(20)
    await slide(input, 91)
    await act(() => {
      vi.runAllTimers()
    })
    expect(filters.value.days).toBeUndefined()
  })

  it('follows the filter that is set elsewhere', async () => {
    const input = await show()
    await act(() => navigate('/?days=3'))
    expect(input.value).toBe('3')
  })
})
