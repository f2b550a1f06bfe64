import { drawBird } from './bird.ts'
import { drawCat } from './cat.ts'
import { drawDog } from './dog.ts'
import { type Draft, draftPet } from './draft.ts'
import { drawCollar, drawMarks } from './extras.ts'
import { drawFerret } from './ferret.ts'
import { drawHedgehog } from './hedgehog.ts'
import { drawHorse } from './horse.ts'
import { paintLayers } from './painter.ts'
import { INK, lightness } from './palette.ts'
import { drawRabbit } from './rabbit.ts'
import { hashText } from './random.ts'
import { drawReptile } from './reptile.ts'
import { drawRodent } from './rodent.ts'
import type { Figure, PetLook } from './types.ts'

const FIGURES: Record<PetLook['species'], (draft: Draft) => Figure> = {
  dog: drawDog,
  cat: drawCat,
  bird: drawBird,
  rabbit: drawRabbit,
  ferret: drawFerret,
  rodent: drawRodent,
  reptile: drawReptile,
  horse: drawHorse,
  other: drawHedgehog,
}

const WARM_DISCS = ['#f0d9bf', '#ecd0c4', '#efe0b8'] as const
const COOL_DISCS = ['#cfdcd2', '#c9d9e0', '#dcd8e4'] as const

const GROUNDS = {
  disc: (fill: string) => `<circle cx="100" cy="100" r="100" fill="${fill}"/>`,
  // Beyond the view box: a box that is no square shows it on both sides.
  field: (fill: string) => `<rect x="-900" y="-900" width="2000" height="2000" fill="${fill}"/>`,
}

const SQUARE = 'viewBox="0 0 200 200"'
/** The square and an eighth of it around; its measure tells browsers that it is a picture, not how large to show it. */
const FIELD = 'viewBox="-14 -14 228 228" width="228" height="228"'

export type PetOptions = {
  /**
   * `disc` (default) sets the animal on a quiet round ground that any coat stands out from; `field` carries the ground,
   * with a margin, to the edges of whatever box the picture fills.
   */
  background?: 'disc' | 'field' | 'none'
  /** Tells two equal drawings on one page apart, so that their ids differ. */
  instance?: string | number
}

/** Prefix for ids that depends on everything drawn, and shows nothing of it. */
export function idPrefix(...parts: unknown[]): string {
  const text = JSON.stringify(parts)
  return `p${hashText(text).toString(36)}${hashText(`${text}~`).toString(36)}`
}

/** The animal alone, as SVG content on a 200 × 200 field with the ground at y = 188. Deterministic. */
export function petContent(look: PetLook, prefix: string, pose?: string): string {
  const draft = draftPet(look, pose)
  const figure = (FIGURES[look.species] ?? drawHedgehog)(draft)
  let count = 0
  const brush = { plan: draft.plan, coat: draft.coat, seed: draft.seed, id: () => `${prefix}-${count++}` }
  // The collar goes around the neck: over the body, under a head that is turned to us.
  const collar = drawCollar(draft, figure)
  const head = figure.layers.at(-1)
  const under = figure.layers.length > 1 && typeof head === 'object' && 'turn' in head
  const layers = under ? [...figure.layers.slice(0, -1), collar, head] : [...figure.layers, collar]
  const inner = paintLayers(layers, brush) + drawMarks(draft, figure)
  // Room for the longest ears, and for a quiet margin in the disc.
  return `<g transform="translate(6 11)scale(.94)">${inner}</g>`
}

/** Quiet ground colour that contrasts with the coat in warmth, for whoever draws the ground. */
export function discColour(look: PetLook): string {
  const { base } = draftPet(look).plan.base
  const red = Number.parseInt(base.slice(1, 3), 16)
  const blue = Number.parseInt(base.slice(5, 7), 16)
  const warm = red - blue > 25 || lightness(base) > 0.85
  const options = warm ? COOL_DISCS : WARM_DISCS
  return options[hashText(`${look.seed ?? look.species}disc`) % options.length]!
}

/**
 * A pet as a square, decorative SVG string (`aria-hidden`: the words belong to the caller). Nothing of the look's
 * free words gets into the markup. Equal arguments give equal strings.
 */
export function drawPet(look: PetLook, options: PetOptions = {}): string {
  const prefix = idPrefix(look, options)
  const { background = 'disc' } = options
  const ground = background === 'none' ? '' : GROUNDS[background](discColour(look))
  const shadow = `<ellipse cx="108" cy="188" rx="66" ry="6.500" fill="${INK}" opacity=".13"/>`
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" ${background === 'field' ? FIELD : SQUARE} aria-hidden="true" focusable="false">` +
    `${ground}${shadow}${petContent(look, prefix)}</svg>`
  )
}
