/** A box in pixels of the screen. */
export type Box = { left: number; top: number; right: number; bottom: number }
/** How far something reaches into a map from each of its sides, in pixels. */
export type Insets = { left: number; top: number; right: number; bottom: number }

export const NO_INSETS: Insets = { left: 0, top: 0, right: 0, bottom: 0 }

/** What two things that lie over a map take together. */
export const joinInsets = (a: Insets, b: Insets): Insets => ({
  left: Math.max(a.left, b.left),
  top: Math.max(a.top, b.top),
  right: Math.max(a.right, b.right),
  bottom: Math.max(a.bottom, b.bottom),
})

const lieOver = (map: Box, box: Box) =>
  box.right > map.left && box.left < map.right && box.bottom > map.top && box.top < map.bottom

/** What tools take from a map: those in its upper half from above, the others from below. */
export function insetsOfTools(map: Box, tools: readonly Box[]): Insets {
  const insets = { ...NO_INSETS }
  for (const tool of tools) {
    if (!lieOver(map, tool)) continue
    if (tool.top + tool.bottom < map.top + map.bottom)
      insets.top = Math.max(insets.top, tool.bottom - map.top)
    else insets.bottom = Math.max(insets.bottom, map.bottom - tool.top)
  }
  return insets
}

/** Half a face: a marker so near a card is half under it. */
const NEAR_PX = 40

/**
 * What a card takes from a map for a marker: on a phone the lower part, at a desk and on a low map the side that the
 * card stands on, and there only from a marker that it would cover.
 */
export function insetsOfCard(map: Box, card: Box | undefined, marker: { x: number; y: number }): Insets {
  if (!card || !lieOver(map, card)) return NO_INSETS
  const roomBeside = map.right - map.left - (card.right - card.left)
  if (roomBeside < card.right - card.left && roomBeside < card.top - map.top)
    return { ...NO_INSETS, bottom: map.bottom - card.top }
  const [x, y] = [map.left + marker.x, map.top + marker.y]
  const beside = x < card.left - NEAR_PX || x > card.right + NEAR_PX
  if (beside || y < card.top - NEAR_PX || y > card.bottom + NEAR_PX) return NO_INSETS
  const isLeft = card.left + card.right < map.left + map.right
  return isLeft
    ? { ...NO_INSETS, left: card.right - map.left }
    : { ...NO_INSETS, right: map.right - card.left }
}

type Size = { width: number; height: number }

/** The middle of what insets leave of a map, from the map's own middle. */
export const middleOfRest = ({ left, top, right, bottom }: Insets): [x: number, y: number] => [
  (left - right) / 2,
  (top - bottom) / 2,
]

export function isInRest(
  { x, y }: { x: number; y: number },
  { width, height }: Size,
  { left, top, right, bottom }: Insets,
  margin: number,
): boolean {
  return (
    x >= left + margin && x <= width - right - margin && y >= top + margin && y <= height - bottom - margin
  )
}

/** Of each side of a map at least so much stays for what is to be seen. */
const LEAST_SHARE = 0.4

/** Room to leave round what a map is to show: a margin beside what lies over it, less on a map with little room. */
export function paddingOf({ width, height }: Size, insets: Insets, margin: number): Insets {
  const share = (before: number, after: number, room: number) => {
    const wanted = before + after + 2 * margin
    const scale = Math.min(1, (room * (1 - LEAST_SHARE)) / wanted)
    return [(before + margin) * scale, (after + margin) * scale] as const
  }
  const [left, right] = share(insets.left, insets.right, width)
  const [top, bottom] = share(insets.top, insets.bottom, height)
  return { left, top, right, bottom }
}
