import type { Draft } from './draft.ts'
import { NOSE_PINK, TONES } from './palette.ts'
import { makeRandom } from './random.ts'
import { blob, loopPath, n } from './shapes.ts'
import type { Figure } from './types.ts'

/** Colour words of collars and clothes, by stems, so that any ending and either language is understood. */
const COLLAR_COLOURS: readonly [RegExp, string][] = [
  [/black|ч[её]рн/i, '#2b2628'],
  [/white|бел/i, '#f6f1e7'],
  [/grey|gray|сер/i, '#8d8f94'],
  [/dark.?blue|navy|тёмно-син|темно-син/i, '#2f4470'],
  [/light.?blue|голуб/i, '#7db3d8'],
  [/blue|син/i, '#3e63a8'],
  [/green|зел[её]н/i, '#4f8a5b'],
  [/yellow|ж[её]лт/i, '#e3b93f'],
  [/orange|оранж/i, '#e08335'],
  [/pink|розов/i, '#e08aa5'],
  [/purple|violet|lilac|фиолет|сирен/i, '#7d5ba6'],
  [/brown|leather|корич|кожа/i, '#7b4a2c'],
  [/red|красн/i, '#c93f3a'],
]
const NO_COLLAR = /^\s*(no|none|without|нет|без)\b|^\s*(нет|без)/i

/** Band around the neck (or a harness), with what hangs on it. Draws nothing from the words themselves. */
export function drawCollar(draft: Draft, figure: Figure): string {
  const words = draft.look.collar
  const neck = figure.anchors.neck
  if (!words || NO_COLLAR.test(words) || !neck) return ''
  const colour = COLLAR_COLOURS.find(([pattern]) => pattern.test(words))?.[1] ?? '#c93f3a'
  const [x, y] = neck
  const tall = draft.look.species === 'dog' || draft.look.species === 'cat'
  const w = tall ? 23 : 16
  const band = (from: string) =>
    `<path d="${from}" fill="none" stroke="${colour}" stroke-width="6.500" stroke-linecap="round"/>`
  if (/harness|шлей/i.test(words) && tall)
    return band(
      `M${x - 20} ${y}Q${x - 14} ${y + 26} ${x + 2} ${y + 32}Q${x + 22} ${y + 24} ${x + 32} ${y - 4}`,
    )
  const hanging = /bell|бубен|колоко/i.test(words)
    ? `<circle cx="${x}" cy="${y + 11}" r="5" fill="#e6c04a" stroke="#a97c27" stroke-width="1.400"/>`
    : /tag|адрес|жетон|медаль|брелок/i.test(words)
      ? `<circle cx="${x}" cy="${y + 12}" r="5.500" fill="#dfe2e4" stroke="#8d8f94" stroke-width="1.400"/>`
      : ''
  return band(`M${x - w} ${y - 6}Q${x} ${y + 12} ${x + w} ${y - 6}`) + hanging
}

/** Public marks as they would be seen, over the coat; ears and eyes draw theirs themselves. */
export function drawMarks(draft: Draft, figure: Figure): string {
  let at = 0
  return (draft.look.marks ?? [])
    .filter((mark) => mark.visibility !== 'sealed')
    .flatMap((mark) => {
      const anchor = figure.anchors[mark.part]
      if (!anchor) return []
      const [left, y, right = left] = anchor
      const xs = mark.side === 'right' ? [right] : mark.side === 'both' ? [...new Set([left, right])] : [left]
      return xs.map((x) => drawMark(mark.type, mark.part, x, y, makeRandom(`${draft.seed}mark${at++}`)))
    })
    .join('')
}

function drawMark(type: string, part: string, x: number, y: number, random: () => number): string {
  const r = /eye|ear|muzzle/.test(part) ? 7 : 11
  const patch = (fill: string, size = r) => `<path d="${loopPath(blob(x, y, size, random))}" fill="${fill}"/>`
  switch (type) {
    case 'white_patch':
      return /paw/.test(part)
        ? `<ellipse cx="${n(x)}" cy="${n(y - 1)}" rx="12" ry="8" fill="${TONES.white.base}"/>`
        : patch(TONES.white.base)
    case 'dark_patch':
      return patch(TONES.black.base)
    case 'spot':
      return patch(TONES.black.base, 5)
    case 'bald_patch':
      return patch(NOSE_PINK, r * 0.8)
    case 'scar':
      return `<path d="M${n(x - 8)} ${n(y - 5)}L${n(x + 8)} ${n(y + 5)}M${n(x - 5)} ${n(y + 1)}l4-6M${n(x)} ${n(y + 4)}l4-6" stroke="#b56b66" stroke-width="1.800" stroke-linecap="round"/>`
    case 'wound':
      // A plaster, not a wound: the picture says where, and hurts nobody.
      return `<g transform="translate(${n(x)} ${n(y)})rotate(-30)"><rect x="-10" y="-4" width="20" height="8" rx="4" fill="#e9c6a4" stroke="#c79b74"/><rect x="-3.500" y="-4" width="7" height="8" fill="#f5e3d0"/></g>`
    default:
      return ''
  }
}
