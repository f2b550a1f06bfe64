import { type ComponentChild, render } from 'preact'
import { act } from 'preact/test-utils'
import { afterAll, vi } from 'vitest'

/** Longer than Preact waits for a frame before it runs effects by a timer (35 ms). */
const LATE_EFFECTS_MS = 100
const roots = new Set<HTMLElement>()

/** What is still shown when a file ends would run its effects where there is no page any more. */
afterAll(async () => {
  for (const root of roots) render(null, root)
  await new Promise((resolve) => setTimeout(resolve, LATE_EFFECTS_MS))
})

/** Renders into a fresh body and lets effects and answered requests settle. */
export async function show(node: ComponentChild): Promise<HTMLElement> {
  document.body.replaceChildren()
  const root = document.createElement('div')
  document.body.append(root)
  roots.add(root)
  await act(async () => {
    render(node, root)
  })
  await settle()
  return root
}

/** Runs what is due: promises, renders, animation frames and short timers. */
export async function settle() {
  for (let turn = 0; turn < 5; turn++) {
    await act(async () => {
      await new Promise((resolve) => setTimeout(resolve, 5))
    })
  }
}

export function byText(root: ParentNode, text: string | RegExp, selector = 'button, a, label'): HTMLElement {
  const fits = (element: Element) => {
    const words = element.getAttribute('aria-label') ?? element.textContent ?? ''
    return typeof text === 'string' ? words.trim() === text : text.test(words)
  }
  const found = [...root.querySelectorAll<HTMLElement>(selector)].find(fits)
  if (!found) throw new Error(`Nothing says ${text} in: ${root.textContent}`)
  return found
}

export async function click(element: HTMLElement) {
  await act(async () => {
    element.click()
  })
  await settle()
}

export async function type(field: HTMLInputElement | HTMLTextAreaElement, text: string) {
  await act(async () => {
    field.value = text
    field.dispatchEvent(new Event('input', { bubbles: true }))
  })
  await settle()
}

/** happy-dom loads no picture: says of all of them that they are there, or that they are broken. */
export function pretendLoaded(there: boolean) {
  vi.spyOn(HTMLImageElement.prototype, 'naturalWidth', 'get').mockReturnValue(there ? 200 : 0)
}
