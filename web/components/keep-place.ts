/** Room over what is kept in view. */
const GAP_PX = 16

/** What had focus before something of the header took it: the field that one was at. */
let left: EventTarget | null = null

/** Heard by the header, whenever focus comes into it. */
export function noteWhatWasLeft({ relatedTarget }: FocusEvent) {
  if (relatedTarget instanceof Element && relatedTarget.closest('main')) left = relatedTarget
}

const isOnScreen = (element: Element) => {
  const { top, bottom } = element.getBoundingClientRect()
  return bottom > 0 && top < innerHeight
}

/** Pressed in the page, it is that itself; in the header, the field one was at, else what is in the middle of the screen. */
function underTheEyes(pressed: Element): Element {
  if (!pressed.closest('header')) return pressed
  if (left instanceof Element && left.isConnected && isOnScreen(left)) return left
  const there = document.elementsFromPoint(innerWidth / 2, innerHeight / 2)
  return there.find((element) => element.closest('main')) ?? pressed
}

/** Makes letters larger or smaller and leaves what one was at under the eyes, and focus on what was pressed. */
export function keepPlace(pressed: HTMLElement, change: () => void) {
  const kept = underTheEyes(pressed)
  const { top } = kept.getBoundingClientRect()
  const putBack = () => {
    if (!kept.isConnected) return
    const least = (pressed.closest('header')?.offsetHeight ?? 0) + GAP_PX
    const wanted = Math.min(Math.max(top, least), innerHeight / 2)
    scrollBy({ top: kept.getBoundingClientRect().top - wanted, behavior: 'instant' })
  }
  change()
  pressed.focus({ preventScroll: true })
  putBack()
  // Once more when what depends on it is drawn.
  requestAnimationFrame(() => requestAnimationFrame(putBack))
}
