import type { ScatterKind } from './patterns.ts'
import { blob, bounds, lens, loopPath, n } from './shapes.ts'
import type { Loop, Part, Tone } from './types.ts'

/** Points on a shaken grid over a box: even cover without rows. */
function jitter(part: Part, step: number, random: () => number): [number, number][] {
  const { x, y, w, h } = bounds(part.loop)
  const points: [number, number][] = []
  let row = 0
  for (let py = y + step / 3; py < y + h; py += step * 0.86) {
    const shift = row++ % 2 ? step / 2 : 0
    for (let px = x + shift + step / 6; px < x + w; px += step)
      points.push([px + (random() - 0.5) * step * 0.6, py + (random() - 0.5) * step * 0.6])
  }
  return points
}

const fill = (d: string, tone: Tone, opacity = 1) =>
  d && `<path d="${d}" fill="${tone.base}"${opacity < 1 ? ` opacity="${opacity}"` : ''}/>`

const blobs = (points: [number, number][], size: () => number, random: () => number, ragged: number) =>
  points.map(([x, y]) => loopPath(blob(x, y, size(), random, ragged))).join('')

/** Bars across a part's middle line, tapered, evenly spaced. */
function bars(axis: Loop, reach: number, step: number, width: number, random: () => number): string {
  let d = ''
  let along = step * 0.6
  for (let i = 0; i + 3 < axis.length; i += 2) {
    const [x1, y1, x2, y2] = [axis[i]!, axis[i + 1]!, axis[i + 2]!, axis[i + 3]!]
    const length = Math.hypot(x2 - x1, y2 - y1)
    const [ux, uy] = [(x2 - x1) / length, (y2 - y1) / length]
    for (; along < length; along += step * (0.9 + 0.2 * random())) {
      const [x, y] = [x1 + ux * along, y1 + uy * along]
      const r = reach * (0.85 + 0.3 * random())
      d += lens(x - uy * r, y + ux * r, x + uy * r, y - ux * r, width, 3 * (random() - 0.5))
    }
    along -= length
  }
  return d
}

/** The M on a tabby's forehead and the lines from its eyes, in head units. */
const TABBY_FACE =
  lens(0, -36, 0, -17, 5) +
  [1, -1]
    .map((s) => lens(s * 11, -34, s * 8, -18, 5, s * 2) + lens(s * 21, -29, s * 15, -18, 4.5, s * 2))
    .join('') +
  [1, -1].map((s) => lens(s * 50, 4, s * 29, 5, 4, s * 2) + lens(s * 48, 14, s * 29, 12, 4, s * 2)).join('')

/** Marks of the pattern over one part, to be clipped to its outline. */
export function scatterMarks(
  kind: ScatterKind,
  part: Part,
  tones: readonly Tone[],
  random: () => number,
): string {
  const tone = (i: number) => tones[i % tones.length]!
  const small = part.role === 'leg' || part.role === 'tail' || part.role === 'ear'
  switch (kind) {
    case 'stripes':
      if (part.role === 'head') return fill(TABBY_FACE, tone(0), 0.9)
      if (!part.axis) return ''
      return fill(bars(part.axis, part.reach ?? 14, small ? 13 : 14.5, small ? 6 : 7.5, random), tone(0), 0.9)
    case 'streaks': {
      const { x, y, w, h } = bounds(part.loop)
      let d = ''
      for (let i = 0; i < (w * h) / 88; i++) {
        const [px, py] = [x + w * random(), y + h * random()]
        const long = (small ? 7 : 13) + 11 * random()
        const tilt = (0.2 + 0.5 * random()) * long * (part.role === 'head' ? Math.sign(px) : -1)
        // Brindle runs across a limb and slantwise down a flank.
        const [ex, ey] = small ? [px + long, py + tilt / 3] : [px + tilt, py + long]
        d += lens(px, py, ex, ey, 1.5 + 1.3 * random(), 5 * (random() - 0.5))
      }
      return fill(d, tone(0), 0.8)
    }
    case 'spots':
      if (part.role === 'ear' || part.role === 'muzzle') return ''
      return fill(
        blobs(
          jitter(part, small ? 11 : 15, random).filter(
            ([x, y]) => !part.clear || Math.hypot(x - part.clear[0], y - part.clear[1]) > part.clear[2],
          ),
          () => (small ? 2.2 : 2.8) + 2.6 * random(),
          random,
          0.4,
        ),
        tone(0),
      )
    case 'patches': {
      const points = jitter(part, part.role === 'head' ? 44 : 38, random)
      return points
        .filter((_, i) => part.role !== 'head' || i < 3)
        .map(([x, y], i) => fill(loopPath(blob(x, y, 13 + 8 * random(), random, 0.5)), tone(i)))
        .join('')
    }
    case 'flecks': {
      const points = jitter(part, small ? 13 : 21, random).filter(() => random() < 0.75)
      return points
        .map(([x, y], i) =>
          fill(loopPath(blob(x, y, (small ? 3 : 4.5) + 9 * random() ** 2, random, 0.6)), tone(i)),
        )
        .join('')
    }
    case 'blotches': {
      const points = jitter(part, small ? 14 : 19, random).filter(() => random() < 0.7)
      return [0, 1]
        .map((layer) =>
          fill(
            blobs(
              points.filter((_, i) => i % 2 === layer),
              () => (layer ? 3 : 4) + (small ? 3 : 8) * random(),
              random,
              0.7,
            ),
            tone(layer),
          ),
        )
        .join('')
    }
    case 'ticks': {
      const places = part.zones?.back ?? [part.loop]
      let d = ''
      for (const place of places) {
        const { x, y, w, h } = bounds(place)
        for (let i = 0; i < (w * h) / 60; i++) {
          const [px, py] = [x + w * random(), y + h * random()]
          d += lens(px, py, px + 2 - 4 * random(), py + 7 + 5 * random(), 1.4)
        }
      }
      return fill(d, tone(0), 0.75)
    }
  }
}

/** Lines that tell a coat by touch: locks, hanging strands, bristle, skin folds. Empty for smooth coats. */
export function coatTexture(coat: string, part: Part, colour: string, random: () => number): string {
  if (part.role !== 'torso' && part.role !== 'tail' && part.role !== 'mane') return ''
  const steps: Record<string, number> = { curly: 15, long: 21, rough: 13, hairless: 30, medium: 30 }
  const step = steps[coat]
  if (!step) return ''
  let d = ''
  for (const [x, y] of jitter(part, step, random)) {
    const m = `M${n(x)} ${n(y)}`
    if (coat === 'curly') d += `${m}q1 -5 6 -3.5q3.5 3 -1 5.5q-3 0 -2.6 -2.4`
    else if (coat === 'hairless') d += `${m}q7 4 15 .5`
    else if (coat === 'rough') d += `${m}l${n(random() * 4 - 2)} 6`
    else d += `${m}q${n(random() * 6 - 2)} 6 ${n(random() * 4 - 3)} ${coat === 'long' ? 13 : 8}`
  }
  return `<path d="${d}" fill="none" stroke="${colour}" stroke-width="1.5" stroke-linecap="round" opacity=".55"/>`
}
