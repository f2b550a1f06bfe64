import type { Coat } from '../vocabulary.ts'
import { INK, mixColours, mixTones } from './palette.ts'
import type { CoatPlan } from './patterns.ts'
import { makeRandom } from './random.ts'
import { coatTexture, scatterMarks } from './scatter.ts'
import { furPath, loopPath, openPath } from './shapes.ts'
import type { Layer, Part, Role, Tone, Zone } from './types.ts'

export type Brush = {
  plan: CoatPlan
  coat: Coat
  seed: string
  /** A new id, unique within the drawing. */
  id: () => string
}

const SHADE: Tone = { base: INK, line: INK }

const ROUND: readonly Role[] = ['torso', 'head', 'tail', 'shell', 'wing']

/** Zones lie over each other in this order; marks come between, so that white feet stay white. */
const UNDER_MARKS: readonly Zone[] = ['crown', 'mask', 'cheek', 'back']
const OVER_MARKS: readonly Zone[] = ['belly', 'shin', 'chest', 'sock', 'tip', 'brow', 'blaze']

function toneOf(part: Part, plan: CoatPlan): Tone {
  const side = part.role === 'ear' && part.side && plan.sides?.[part.side]
  const tone = part.tone ?? (side || plan.roles[part.role]) ?? plan.base
  return part.far ? mixTones(tone, SHADE, part.open ? 0.07 : 0.13) : tone
}

function paintZone(part: Part, zone: Zone, plan: CoatPlan): string {
  const [tone, loops] = [plan.zones[zone], part.zones?.[zone]]
  if (!tone || !loops) return ''
  const { base } = part.far ? mixTones(tone, SHADE, 0.07) : tone
  return `<path d="${loops.map(loopPath).join('')}" fill="${base}"/>`
}

function paintPart(part: Part, at: number, brush: Brush): string {
  const { plan, coat } = brush
  const random = makeRandom(`${brush.seed}/${at}`)
  const tone = toneOf(part, plan)
  const d = part.fur ? furPath(part.loop, coat, part.fur, random) : loopPath(part.loop)
  const over: string[] = []
  if (!part.tone) {
    const { scatter } = plan
    over.push(...UNDER_MARKS.map((zone) => paintZone(part, zone, plan)))
    if (scatter && (!scatter.roles || scatter.roles.includes(part.role)) && part.role !== 'muzzle')
      over.push(scatterMarks(scatter.kind, part, scatter.tones, random))
    over.push(...OVER_MARKS.map((zone) => paintZone(part, zone, plan)))
    over.push(coatTexture(coat, part, tone.line, random))
  }
  // Light falls from the upper left: the far edge of every round part lies in its own shade.
  if (ROUND.includes(part.role))
    over.push(
      `<path transform="translate(-3.500-4)" d="${loopPath(part.loop)}" fill="none" stroke="${INK}" stroke-width="10" opacity=".07"/>`,
    )
  if (part.shadow) over.push(`<path d="${loopPath(part.shadow)}" fill="${INK}" opacity=".13"/>`)
  const inner = over.join('')
  const edge = part.open && (!part.fur || d === loopPath(part.loop)) ? openPath(part.loop) : d
  const line =
    part.bare || (part.open && edge === d)
      ? ''
      : `<path d="${edge}" fill="none" stroke="${mixColours(tone.line, tone.base, 0.25)}" stroke-width="1.300" stroke-linejoin="round" stroke-linecap="round"/>`
  if (!inner) return `<path d="${d}" fill="${tone.base}"/>${line}`
  const id = brush.id()
  return (
    `<clipPath id="${id}"><path d="${d}"/></clipPath><path d="${d}" fill="${tone.base}"/>` +
    `<g clip-path="url(#${id})">${inner}</g>${line}`
  )
}

export function paintLayers(layers: readonly Layer[], brush: Brush, counter = { at: 0 }): string {
  return layers
    .map((layer) => {
      if (typeof layer === 'string') return layer
      if ('turn' in layer)
        return `<g transform="${layer.turn}">${paintLayers(layer.layers, brush, counter)}</g>`
      return paintPart(layer, counter.at++, brush)
    })
    .join('')
}
