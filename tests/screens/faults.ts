import type { Page } from 'playwright-core'
import { askAxe } from '../e2e/axe.ts'

/** What a machine can hold against the page as it stands; the rest is for eyes. */
export async function findFaults(page: Page): Promise<string[]> {
  const small = await askAxe(page, { runOnly: ['target-size'] })
  // What lies under a part that floats can be scrolled, or the map moved, from under it.
  const targets = small.filter((fault) => !fault.includes('obscured'))
  const findings = [findOverflow, findCutOff, findBrokenWords].map((find) => page.evaluate(find))
  return [...(await Promise.all(findings)).flat(), ...targets]
}

/** Runs in the page. */
function findOverflow(): string[] {
  const { scrollWidth, clientWidth } = document.documentElement
  return scrollWidth > clientWidth ? [`overflow: the page is ${scrollWidth - clientWidth} px too wide`] : []
}

/**
 * Runs in the page: words and controls that reach out of a box that hides them, or sideways out of the page. What can be
 * scrolled to is not cut off; what says so itself (an ellipsis, a few lines of a longer text) neither; a map's markers
 * lie where their places are.
 */
function findCutOff(): string[] {
  const SLACK_PX = 2
  const CONTROLS = 'a[href], button, input, select, textarea, summary'
  const LEFT_OUT = '.unseen, .skip, .maplibregl-marker, .maplibregl-ctrl, svg, option, script, style'
  const hides = (overflow: string) => overflow === 'hidden' || overflow === 'clip'
  const hasWords = (element: Element) =>
    [...element.childNodes].some((node) => node.nodeType === Node.TEXT_NODE && node.textContent?.trim())
  const nameOf = (element: Element) => {
    const words = element.textContent?.trim() || element.getAttribute('aria-label') || ''
    return `${element.tagName.toLowerCase()} "${words.replace(/\s+/g, ' ').slice(0, 50)}"`
  }
  const found: string[] = []
  for (const element of document.body.querySelectorAll<HTMLElement>('*')) {
    if (!element.matches(CONTROLS) && !hasWords(element)) continue
    if (element.closest(LEFT_OUT)) continue
    if (!element.checkVisibility({ visibilityProperty: true, opacityProperty: true })) continue
    const own = getComputedStyle(element)
    const shortened = own.textOverflow === 'ellipsis' || own.webkitLineClamp !== 'none'
    // A field scrolls by itself, though its style says that it hides.
    const shows = shortened || element.matches('input, textarea, select')
    if (!shows && hides(own.overflowX) && element.scrollWidth > element.clientWidth + SLACK_PX) {
      found.push(`cut off: the words of ${nameOf(element)}`)
      continue
    }
    const box = element.getBoundingClientRect()
    let [across, down] = [true, true]
    let isFixed = own.position === 'fixed'
    for (let outer = element.parentElement; outer && outer !== document.body; outer = outer.parentElement) {
      const { overflowX, overflowY, position } = getComputedStyle(outer)
      isFixed ||= position === 'fixed'
      const edge = outer.getBoundingClientRect()
      if (/auto|scroll/.test(overflowX)) across = false
      if (/auto|scroll/.test(overflowY)) down = false
      const outAcross = box.left < edge.left - SLACK_PX || box.right > edge.right + SLACK_PX
      const outDown = box.top < edge.top - SLACK_PX || box.bottom > edge.bottom + SLACK_PX
      if ((across && hides(overflowX) && outAcross) || (down && hides(overflowY) && outDown)) {
        found.push(`cut off: ${nameOf(element)} reaches out of its box`)
        break
      }
    }
    const { clientWidth, clientHeight } = document.documentElement
    if (across && (box.left < -SLACK_PX || box.right > clientWidth + SLACK_PX)) {
      found.push(`cut off: ${nameOf(element)} reaches out of the page`)
    } else if (isFixed && down && (box.top < -SLACK_PX || box.bottom > clientHeight + SLACK_PX)) {
      found.push(`cut off: ${nameOf(element)} reaches out of the screen`)
    }
  }
  return [...new Set(found)]
}

/**
 * Runs in the page: words cut in two where no hyphen says so, as `overflow-wrap` cuts what finds no room. Letters of more
 * than 150 % are left out, for which a phone has not the room; addresses too, which are cut wherever they end a line, and words that say themselves where they may be cut.
 * Headless Chromium has no dictionaries: no word that it cuts has a hyphen.
 */
function findBrokenWords(): string[] {
  const MOST_SCALE = 1.5
  const LEFT_OUT = '.unseen, .skip, svg, option, script, style, noscript, textarea'
  if (Number(getComputedStyle(document.documentElement).getPropertyValue('--letter-scale')) > MOST_SCALE)
    return []
  const found = new Set<string>()
  const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
  const range = document.createRange()
  while (texts.nextNode()) {
    const text = texts.currentNode as Text
    const element = text.parentElement
    if (!element || element.closest(LEFT_OUT)) continue
    if (!element.checkVisibility({ visibilityProperty: true, opacityProperty: true })) continue
    for (const { index, 0: chunk } of text.data.matchAll(/\S+/g)) {
      if (/[@/\u00ad]/.test(chunk)) continue
      for (const { index: start, 0: word } of chunk.matchAll(/\p{L}{2,}/gu)) {
        range.setStart(text, index + start)
        range.setEnd(text, index + start + word.length)
        const [first, ...others] = range.getClientRects()
        if (first && others.some(({ top }) => top >= first.bottom - 1)) found.add(`cut in two: "${word}"`)
      }
    }
  }
  return [...found]
}
