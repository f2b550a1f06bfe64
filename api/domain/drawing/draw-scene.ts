import { idPrefix, petContent } from './draw-pet.ts'
import { INK } from './palette.ts'
import { makeRandom } from './random.ts'
import { drawPlace, type Place } from './scenery.ts'
import { n } from './shapes.ts'
import type { PetLook } from './types.ts'

export type SceneOptions = { place: Place; seed: string | number }

/** Light of the hour as one veil over everything: colour and how much of it. */
const LIGHTS = [
  ['#ffffff', 0],
  ['#ffb25c', 0.14],
  ['#40508a', 0.17],
  ['#8c98a3', 0.13],
  ['#fff2c9', 0.12],
  ['#2b3358', 0.3],
] as const

const TALL: readonly PetLook['species'][] = ['dog', 'cat', 'rabbit', 'rodent']
const SCALES: Partial<Record<PetLook['species'], number>> = {
  horse: 1.42,
  bird: 1.25,
  rodent: 1.1,
  reptile: 1.15,
}

/** A mirrored animal shows its left where its right was: its marks must stay on their side. */
function mirrorMarks(look: PetLook): PetLook {
  const other = { left: 'right', right: 'left', both: 'both' } as const
  return { ...look, marks: look.marks?.map((mark) => ({ ...mark, side: mark.side && other[mark.side] })) }
}

/**
 * The animal in a simple place, 1200 × 900, as SVG for rasterising: the demonstration's photographs. One look with
 * other seeds gives other pictures of the same animal: distance, side, light, pose.
 */
export function drawScene(look: PetLook, { place, seed }: SceneOptions): string {
  const random = makeRandom(`${place}/${seed}`)
  const prefix = idPrefix('scene', look, place, seed)
  const background = drawPlace(place, random)
  const flip = random() < 0.5
  const close = TALL.includes(look.species) && random() < 0.35
  const scale = (SCALES[look.species] ?? 1.3) * (close ? 1.35 + 0.25 * random() : 0.88 + 0.24 * random())
  const x = 200 + (random() - 0.5) * (close ? 50 : 110)
  const y = Math.max(272 + 14 * random() - 188 * scale, close ? 8 - 12 * scale : -Infinity)
  const [veil, depth] = LIGHTS[Math.floor(random() * LIGHTS.length)]!
  const tilt = (random() - 0.5) * 3
  const pet = petContent(flip ? mirrorMarks(look) : look, prefix, `${seed}`)
  const shadow = `<ellipse cx="108" cy="188" rx="68" ry="7" fill="${INK}" opacity=".22"/>`
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 400 300" width="1200" height="900">` +
    // The camera is held by a hand: a little askew, and the place reaches over the frame.
    `<g transform="rotate(${n(tilt)} 200 150)"><g transform="translate(200 150)scale(1.060)translate(-200-150)">${background}</g>` +
    `<g transform="translate(${n(x)} ${n(y)})scale(${n(flip ? -scale * 100 : scale * 100)} ${n(scale * 100)})scale(.01)translate(-104 0)">${shadow}${pet}</g></g>` +
    (depth ? `<rect width="400" height="300" fill="${veil}" opacity="${depth}"/>` : '') +
    `</svg>`
  )
}
