import type { Draft } from './draft.ts'
import { INK, lightness, mixColours } from './palette.ts'
import { n } from './shapes.ts'
import type { Tone } from './types.ts'

const BLUE = '#7fb2d6'

type EyeShape = { x: number; y: number; rx: number; ry: number; iris: string; slit?: boolean }

function drawEye({ x, y, rx, ry, iris, slit }: EyeShape): string {
  const shape = (px: number, py: number, w: number, h: number, fill: string) =>
    `<ellipse cx="${n(px)}" cy="${n(py)}" rx="${n(w)}" ry="${n(h)}" fill="${fill}"/>`
  return (
    shape(x, y, rx + 1.1, ry + 1.1, INK) +
    shape(x, y, rx, ry, iris) +
    shape(x, y + 0.3, slit ? rx * 0.5 : rx * 0.74, slit ? ry * 0.92 : ry * 0.78, '#1d1719') +
    shape(x - rx * 0.3, y - ry * 0.36, rx * 0.3, rx * 0.32, '#fff')
  )
}

/** A blind eye is drawn shut, as many of them are. */
function drawShutEye(draft: Draft, { x, y, rx, ry }: EyeShape): string {
  return stroke(
    `M${n(x - rx)} ${n(y)}Q${n(x)} ${n(y + ry)} ${n(x + rx)} ${n(y)}`,
    lineOn(draft.plan.base),
    2.2,
  )
}

/** Two eyes of a face turned to us, `x` to each side; the animal's left eye is on our right. */
export function eyePair(draft: Draft, shape: EyeShape): string {
  const side = (at: 'left' | 'right') => {
    const odd = draft.hasMark('odd_eyed') && at === 'left'
    const iris = odd ? BLUE : shape.iris
    const eye = { ...shape, iris, x: at === 'left' ? shape.x : -shape.x }
    return draft.hasMark('blind', undefined, at) ? drawShutEye(draft, eye) : drawEye(eye)
  }
  return side('right') + side('left')
}

export const sideEye = (draft: Draft, shape: EyeShape) =>
  draft.hasMark('blind') ? drawShutEye(draft, shape) : drawEye(shape)

export function eyeColour(draft: Draft, usual: readonly string[]): string {
  const { pattern } = draft.look
  return pattern === 'merle' || (pattern === 'point' && draft.look.species === 'cat')
    ? BLUE
    : draft.pick('eyes', usual)
}

/** Colour of thin lines (mouth, whiskers) that shows on a face of this tone. */
export function lineOn(tone: Tone): string {
  return lightness(tone.base) < 0.42
    ? mixColours(tone.base, '#ffffff', 0.42)
    : mixColours(tone.base, INK, 0.72)
}

export function stroke(d: string, colour: string, width = 1.8): string {
  return `<path d="${d}" fill="none" stroke="${colour}" stroke-width="${width}" stroke-linecap="round"/>`
}
