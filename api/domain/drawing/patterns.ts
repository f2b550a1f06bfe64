import { COLOURS, type Colour, type Pattern } from '../vocabulary.ts'
import { INK, mixColours, mixTones, SKIN, TONES } from './palette.ts'
import type { Role, Tone, Zone } from './types.ts'

export type ScatterKind = 'stripes' | 'spots' | 'patches' | 'flecks' | 'streaks' | 'blotches' | 'ticks'

/** Where each colour of a coat goes; parts bring the places, this brings the tones. */
export type CoatPlan = {
  base: Tone
  roles: Partial<Record<Role, Tone>>
  zones: Partial<Record<Zone, Tone>>
  scatter?: { kind: ScatterKind; tones: readonly Tone[]; roles?: readonly Role[] }
  /** Ears of two colours, as calico cats and tricolour dogs have them. */
  sides?: { left: Tone; right: Tone }
}

const DARK_FIRST: readonly Colour[] = ['black', 'brown', 'grey_blue', 'red', 'lilac', 'tan', 'cream', 'white']
const WARM: readonly Colour[] = ['red', 'tan', 'cream', 'brown']

const deepen = (tone: Tone, share = 0.5): Tone => ({
  base: mixColours(tone.base, INK, share),
  line: mixColours(tone.line, INK, share),
})
const soften = (tone: Tone, share = 0.5) => mixTones(tone, TONES.white, share)

/** The colours of a set by what they do in a coat, whatever order they came in. */
function sortColours(colours: readonly Colour[]) {
  const has = (colour: Colour) => colours.includes(colour)
  const sorted = DARK_FIRST.filter(has)
  const coloured = sorted.filter((colour) => colour !== 'white')
  const main = TONES[COLOURS.find((colour) => colour !== 'white' && has(colour)) ?? 'white']
  const dark = coloured[0]
  const light = coloured.at(-1)
  const warm = WARM.find((colour) => has(colour) && colour !== dark)
  return {
    main,
    white: has('white'),
    /** Darkest colour, and the lightest one when it differs. */
    dark: dark && TONES[dark],
    light: light && light !== dark ? TONES[light] : undefined,
    warm: warm && TONES[warm],
  }
}

const whiteMarks = (second = TONES.white): Partial<Record<Zone, Tone>> => ({
  chest: second,
  belly: second,
  blaze: second,
  sock: second,
  tip: second,
})

/** Pattern that a set of colours suggests when nobody named one. */
function guessPattern(colours: readonly Colour[]): Pattern {
  return colours.length >= 3 ? 'tricolour' : colours.length === 2 ? 'bicolour' : 'solid'
}

export function planCoat(colours: readonly Colour[], pattern: Pattern = guessPattern(colours)): CoatPlan {
  const { main, white, dark, light, warm } = sortColours(colours)
  const marks = white ? whiteMarks() : {}
  const plain: CoatPlan = { base: main, roles: { muzzle: soften(main, 0.14) }, zones: {} }
  switch (pattern) {
    case 'solid':
      return plain
    case 'bicolour': {
      if (white || !dark || !light) {
        const body = dark ? main : TONES.grey_blue
        return { base: body, roles: { muzzle: TONES.white }, zones: whiteMarks() }
      }
      // Dark above and tan points: brows, cheeks, chest and feet.
      return {
        base: dark,
        roles: { muzzle: light },
        zones: { brow: light, cheek: light, chest: light, shin: light, sock: light },
      }
    }
    case 'tricolour': {
      const tan = warm ?? TONES.tan
      return {
        base: dark && dark !== tan ? dark : TONES.black,
        roles: { muzzle: TONES.white, ear: mixTones(dark ?? TONES.black, tan, 0.15) },
        zones: { ...whiteMarks(), brow: tan, cheek: tan, shin: tan },
      }
    }
    case 'tabby': {
      const ground = light ?? (dark === TONES.black ? mixTones(TONES.brown, TONES.grey_blue, 0.5) : main)
      const stripe = light && dark ? dark : deepen(ground, 0.48)
      return {
        base: ground,
        roles: { muzzle: white ? TONES.white : soften(ground) },
        zones: { chest: soften(ground, 0.3), belly: soften(ground, 0.3), ...marks },
        scatter: { kind: 'stripes', tones: [stripe] },
      }
    }
    case 'tortie': {
      const body = dark ?? TONES.black
      const patch = warm ?? (body === TONES.grey_blue || body === TONES.lilac ? TONES.cream : TONES.red)
      return {
        base: body,
        roles: {},
        zones: marks,
        sides: { left: body, right: patch },
        scatter: { kind: 'flecks', tones: [patch, patch, mixTones(patch, TONES.cream, 0.4)] },
      }
    }
    case 'calico': {
      const body = dark ?? TONES.black
      const patch = warm ?? TONES.red
      return {
        base: TONES.white,
        roles: { tail: body },
        zones: {},
        sides: { left: patch, right: body },
        scatter: { kind: 'patches', tones: [patch, body], roles: ['torso', 'head', 'wing'] },
      }
    }
    case 'point': {
      const point = dark && dark !== TONES.cream ? dark : TONES.brown
      const ground = light
        ? soften(light, 0.35)
        : mixTones(TONES.white, mixTones(point, TONES.cream, 0.7), 0.4)
      return {
        base: ground,
        roles: { ear: point, tail: point, muzzle: point, mane: point },
        zones: { mask: mixTones(point, ground, 0.12), sock: point },
      }
    }
    case 'brindle': {
      const ground = warm ?? (dark === TONES.black ? TONES.brown : main)
      const streak = dark && dark !== ground ? dark : deepen(ground, 0.6)
      return {
        base: ground,
        roles: { muzzle: white ? TONES.white : deepen(ground, 0.55) },
        zones: marks,
        scatter: { kind: 'streaks', tones: [streak] },
      }
    }
    case 'merle': {
      const grey = dark === TONES.black || dark === TONES.grey_blue || !dark
      const ground = soften(grey ? TONES.grey_blue : (dark ?? TONES.red), grey ? 0.3 : 0.5)
      const blot = grey ? TONES.black : deepen(dark ?? TONES.red, 0.25)
      return {
        base: ground,
        roles: { muzzle: white ? TONES.white : ground },
        zones: { ...marks, ...(warm && grey ? { brow: warm, cheek: warm, shin: warm } : {}) },
        scatter: { kind: 'blotches', tones: [blot, mixTones(blot, ground, 0.35)] },
      }
    }
    case 'sable': {
      const ground = warm ?? light ?? (dark === TONES.black || !dark ? TONES.tan : dark)
      const tipped = dark && dark !== ground ? dark : deepen(ground, 0.62)
      return {
        base: ground,
        roles: {
          muzzle: white ? TONES.white : mixTones(ground, tipped, 0.6),
          ear: mixTones(ground, tipped, 0.65),
        },
        zones: { ...marks, back: mixTones(ground, tipped, 0.42), crown: mixTones(ground, tipped, 0.3) },
        scatter: { kind: 'ticks', tones: [tipped], roles: ['torso', 'tail'] },
      }
    }
    case 'saddle': {
      const ground =
        warm ?? light ?? (dark && dark !== TONES.black && dark !== TONES.grey_blue ? dark : TONES.tan)
      const saddle = dark && dark !== ground ? dark : TONES.black
      return {
        base: ground,
        roles: { muzzle: mixTones(ground, saddle, 0.75), mane: saddle, tail: saddle },
        zones: { ...marks, back: saddle, crown: mixTones(ground, saddle, 0.25), tip: saddle },
      }
    }
    case 'spotted': {
      const ground = white ? TONES.white : light ? light : dark ? main : TONES.white
      const spot = dark && dark !== ground ? dark : dark ? deepen(ground, 0.5) : TONES.black
      return {
        base: ground,
        roles: ground === TONES.white ? { ear: spot } : {},
        zones: {},
        scatter: { kind: 'spots', tones: [spot] },
      }
    }
    default:
      // Words that are not of the vocabulary reach this from stored data only; a plain coat is the honest answer.
      return plain
  }
}

/** Hairless skin keeps its markings but loses their depth. */
export function bareSkin(plan: CoatPlan): CoatPlan {
  const bare = (tone: Tone) => mixTones(tone, SKIN, 0.62)
  const all = <K extends string>(tones: Partial<Record<K, Tone>>) =>
    Object.fromEntries(
      Object.entries<Tone | undefined>(tones).map(([key, tone]) => [key, tone && bare(tone)]),
    ) as Partial<Record<K, Tone>>
  return {
    base: bare(plan.base),
    roles: all(plan.roles),
    zones: all(plan.zones),
    ...(plan.sides ? { sides: { left: bare(plan.sides.left), right: bare(plan.sides.right) } } : {}),
    ...(plan.scatter ? { scatter: { ...plan.scatter, tones: plan.scatter.tones.map(bare) } } : {}),
  }
}
