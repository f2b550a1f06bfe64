import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { Header } from '../../web/components/Header.tsx'
import { lowVision, setLanguage, setLowVision } from '../../web/state/device.ts'
import { byText, click, settle, show } from './render.tsx'

/** Where the field stands on the screen; large letters push it down by as much again. */
const TOP_PX = 300
let scrolled: ScrollToOptions[]

beforeEach(() => {
  scrolled = []
  setLanguage('en')
  setLowVision(false)
  vi.stubGlobal(
    'ResizeObserver',
    class {
      observe() {}
      disconnect() {}
    },
  )
  vi.stubGlobal('scrollBy', (options: ScrollToOptions) => scrolled.push(options))
})
afterEach(() => {
  setLowVision(false)
  vi.unstubAllGlobals()
})

/** The header over a form, with the field at which one writes. */
async function openForm() {
  const root = await show(
    <>
      <Header />
      <main>
        <input />
      </main>
    </>,
  )
  const field = root.querySelector('main input') as HTMLInputElement
  const shift = () => (lowVision.peek() ? TOP_PX : 0) - scrolled.reduce((sum, { top = 0 }) => sum + top, 0)
  field.getBoundingClientRect = () => ({ top: TOP_PX + shift(), bottom: TOP_PX + shift() + 40 }) as DOMRect
  field.focus()
  return { root, field }
}

describe('the version for people who see little, turned on while one writes', () => {
  it('leaves the field where it was on the screen, and focus on the button', async () => {
    const { root, field } = await openForm()
    const button = byText(root, 'Low-vision version', 'button')
    button.focus()
    await click(button)
    await vi.waitFor(() => expect(lowVision.peek()).toBe(true))
    expect(document.activeElement).toBe(button)
    expect(field.getBoundingClientRect().top).toBe(TOP_PX)
    expect(scrolled[0]).toEqual({ top: TOP_PX, behavior: 'instant' })
  })

  it('does the same from the settings', async () => {
    const { root, field } = await openForm()
    const box = root.querySelector<HTMLInputElement>('[name=lowVision]')!
    box.focus()
    await click(box)
    await settle()
    expect(lowVision.peek()).toBe(true)
    expect(field.getBoundingClientRect().top).toBe(TOP_PX)
  })
})
