import type { Coat } from '../vocabulary.ts'
import type { Loop } from './types.ts'

export const n = (value: number): string => String(Math.round(value * 10) / 10)

const wrap = (loop: Loop, i: number) => {
  const count = loop.length / 2
  const k = ((i % count) + count) % count
  return [loop[2 * k]!, loop[2 * k + 1]!] as const
}

/** The four Bézier points of the Catmull-Rom segment after point `i`. */
function segment(loop: Loop, i: number) {
  const [p0, p1, p2, p3] = [wrap(loop, i - 1), wrap(loop, i), wrap(loop, i + 1), wrap(loop, i + 2)]
  return [
    p1,
    [p1[0] + (p2[0] - p0[0]) / 6, p1[1] + (p2[1] - p0[1]) / 6] as const,
    [p2[0] - (p3[0] - p1[0]) / 6, p2[1] - (p3[1] - p1[1]) / 6] as const,
    p2,
  ] as const
}

/** Path data of the smooth closed curve through the points. */
export function loopPath(loop: Loop): string {
  let d = `M${n(loop[0]!)} ${n(loop[1]!)}`
  for (let i = 0; i < loop.length / 2; i++) {
    const [p, a, b, q] = segment(loop, i)
    if (p[0] !== q[0] || p[1] !== q[1]) d += `C${[...a, ...b, ...q].map(n).join(' ')}`
  }
  return `${d}Z`
}

/** The same curve left open between its last and first point. */
export function openPath(loop: Loop): string {
  let d = `M${n(loop[2]!)} ${n(loop[3]!)}`
  for (let i = 1; i < loop.length / 2 - 2; i++) {
    const [p, a, b, q] = segment(loop, i)
    if (p[0] !== q[0] || p[1] !== q[1]) d += `C${[...a, ...b, ...q].map(n).join(' ')}`
  }
  return d
}

/** Points along the curve, `step` units apart. */
export function sampleLoop(loop: Loop, step: number): [number, number][] {
  const points: [number, number][] = []
  let left = 0
  let last = wrap(loop, 0) as readonly [number, number]
  for (let i = 0; i < loop.length / 2; i++) {
    const [p, a, b, q] = segment(loop, i)
    for (let k = 1; k <= 16; k++) {
      const t = k / 16
      const u = 1 - t
      const at = [0, 1].map(
        (x) => u ** 3 * p[x]! + 3 * u * u * t * a[x]! + 3 * u * t * t * b[x]! + t ** 3 * q[x]!,
      ) as [number, number]
      left += Math.hypot(at[0] - last[0], at[1] - last[1])
      last = at
      if (left >= step) {
        points.push(at)
        left -= step
      }
    }
  }
  return points
}

type FurStyle = { step: number; rise: number; fall: number; curl?: true }
const FUR: Partial<Record<Coat, FurStyle>> = {
  medium: { step: 13, rise: 0.16, fall: 0.26 },
  long: { step: 16, rise: 0.26, fall: 0.5 },
  rough: { step: 8, rise: 0.6, fall: 0.15 },
  curly: { step: 10.5, rise: 0, fall: 0, curl: true },
}

/** Outline with the coat's edge: tufts that hang for long hair, stand off for rough, round locks for curly. */
export function furPath(loop: Loop, coat: Coat, amount: number, random: () => number): string {
  const style = FUR[coat]
  if (!style || !amount) return loopPath(loop)
  const points = sampleLoop(loop, style.step * (0.55 + 0.45 * amount))
  const count = points.length
  let area = 0
  for (let i = 0; i < count; i++) {
    const [p, q] = [points[i]!, points[(i + 1) % count]!]
    area += p[0] * q[1] - q[0] * p[1]
  }
  const out = area > 0 ? 1 : -1
  let d = `M${points[0]!.map(n).join(' ')}`
  for (let i = 0; i < count; i++) {
    const [p, q] = [points[i]!, points[(i + 1) % count]!]
    const [dx, dy] = [q[0] - p[0], q[1] - p[1]]
    const length = Math.hypot(dx, dy) || 1
    if (style.curl) {
      d += `A${n(length * 0.56)} ${n(length * 0.56)} 0 0 ${out > 0 ? 1 : 0} ${n(q[0])} ${n(q[1])}`
      continue
    }
    const [nx, ny] = [(dy / length) * out, (-dx / length) * out]
    const size = style.step * amount * (0.75 + 0.5 * random())
    const hang = Math.max(0, 0.45 + 0.55 * ny) * style.fall * size
    // Hair lies along the outline's downward direction, so that a tuft leans the way gravity takes it.
    const lean = (dy > 0 ? 0.85 : 0.15) + (random() - 0.5) * 0.1
    const tip = [
      p[0] + dx * lean + nx * style.rise * size,
      // Nothing hangs through the floor.
      Math.min(p[1] + dy * lean + ny * style.rise * size + hang, Math.max(189, p[1])),
    ] as const
    const mid = [p[0] + dx * 0.5, p[1] + dy * 0.5] as const
    const bulge = 0.25 * style.rise * size
    d += `Q${n((p[0] + tip[0]) / 2 + nx * bulge)} ${n((p[1] + tip[1]) / 2 + ny * bulge)} ${n(tip[0])} ${n(tip[1])}`
    d += `Q${n((mid[0] + tip[0]) / 2)} ${n((mid[1] + tip[1]) / 2)} ${n(q[0])} ${n(q[1])}`
  }
  return `${d}Z`
}

/** Whole outline from its right half, top to bottom, around x = 0. */
export function mirrored(half: Loop): Loop {
  const left: number[] = []
  for (let i = half.length - 2; i >= 0; i -= 2) if (half[i] !== 0) left.push(-half[i]!, half[i + 1]!)
  return [...half, ...left]
}

export function ellipse(x: number, y: number, rx: number, ry = rx): Loop {
  const points: number[] = []
  for (let i = 0; i < 8; i++) {
    const angle = (i * Math.PI) / 4
    points.push(x + rx * Math.cos(angle), y + ry * Math.sin(angle))
  }
  return points
}

/** Every point through a scale (mirrored when negative) and a shift. */
export function place(loop: Loop, x: number, y: number, sx = 1, sy = Math.abs(sx)): Loop {
  return loop.map((value, i) => (i % 2 ? y + value * sy : x + value * sx))
}

/** Outline of a limb or tail: a middle line with a half width at each of its points. */
export function tube(axis: Loop, widths: readonly number[]): Loop {
  const count = axis.length / 2
  const [one, other]: [number[], number[]] = [[], []]
  for (let i = 0; i < count; i++) {
    const [a, b] = [Math.max(0, i - 1), Math.min(count - 1, i + 1)]
    const [dx, dy] = [axis[2 * b]! - axis[2 * a]!, axis[2 * b + 1]! - axis[2 * a + 1]!]
    const length = Math.hypot(dx, dy) || 1
    const [ox, oy] = [(-dy / length) * widths[i]!, (dx / length) * widths[i]!]
    one.push(axis[2 * i]! + ox, axis[2 * i + 1]! + oy)
    other.unshift(axis[2 * i]! - ox, axis[2 * i + 1]! - oy)
    // A point past the end rounds it off.
    if (i === count - 1) one.push(axis[2 * i]! + oy * 0.8, axis[2 * i + 1]! - ox * 0.8)
  }
  return [...one, ...other]
}

/** Uneven blob around a point. */
export function blob(x: number, y: number, radius: number, random: () => number, ragged = 0.35): Loop {
  const points: number[] = []
  const turn = random() * 6.3
  const count = radius > 6 ? 9 : 6
  for (let i = 0; i < count; i++) {
    const r = radius * (1 - ragged / 2 + ragged * random())
    const angle = turn + (i * Math.PI * 2) / count
    points.push(x + r * Math.cos(angle), y + r * Math.sin(angle))
  }
  return points
}

/** Stroke that swells in the middle and ends in points. */
export function lens(x1: number, y1: number, x2: number, y2: number, width: number, bend = 0): string {
  const [dx, dy] = [x2 - x1, y2 - y1]
  const length = Math.hypot(dx, dy) || 1
  const [ox, oy] = [-dy / length, dx / length]
  const [mx, my] = [(x1 + x2) / 2, (y1 + y2) / 2]
  const side = (by: number) => `${n(mx + ox * by)} ${n(my + oy * by)}`
  return `M${n(x1)} ${n(y1)}Q${side(bend + width)} ${n(x2)} ${n(y2)}Q${side(bend - width)} ${n(x1)} ${n(y1)}Z`
}

export function bounds(loop: Loop): { x: number; y: number; w: number; h: number } {
  const xs = loop.filter((_, i) => i % 2 === 0)
  const ys = loop.filter((_, i) => i % 2 === 1)
  const [x, y] = [Math.min(...xs), Math.min(...ys)]
  return { x, y, w: Math.max(...xs) - x, h: Math.max(...ys) - y }
}
