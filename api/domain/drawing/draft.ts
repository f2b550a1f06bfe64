import type { Coat, MarkPart, MarkType, Pattern, Species } from '../vocabulary.ts'
import { DEFAULT_COLOURS } from './palette.ts'
import { bareSkin, type CoatPlan, planCoat } from './patterns.ts'
import { hashText } from './random.ts'
import type { PetLook } from './types.ts'

/** A look with its gaps filled, and the choices that a seed makes for one animal. */
export type Draft = {
  look: PetLook
  coat: Coat
  plan: CoatPlan
  /** 0 (xs) to 4 (xl). */
  size: number
  /** 0 or 1 with the share of puppy features: large head, small body. */
  baby: number
  senior: boolean
  seed: string
  /** One of the options; the first one when the look has no seed. */
  pick: <T>(key: string, options: readonly T[]) => T
  /** The same for what changes from one picture of an animal to the next: tilt of the head, tail, tongue. */
  pose: <T>(key: string, options: readonly T[]) => T
  hasMark: (type: MarkType, part?: MarkPart, side?: 'left' | 'right') => boolean
}

const choose =
  (seed: string) =>
  <T>(key: string, options: readonly T[]): T =>
    options[seed ? hashText(`${seed}:${key}`) % options.length : 0]!

const USUAL_PATTERN: Partial<Record<Species, Pattern>> = { ferret: 'point' }

/** `pose` tells pictures of one animal apart; the animal itself depends on the look alone. */
export function draftPet(look: PetLook, pose?: string): Draft {
  const seed = look.seed === undefined ? '' : String(look.seed)
  const colours = look.colours?.length
    ? look.colours
    : (DEFAULT_COLOURS[look.species] ?? DEFAULT_COLOURS.other)
  const coat = look.coat ?? 'short'
  const plan = planCoat(colours, look.pattern ?? USUAL_PATTERN[look.species])
  const marks = (look.marks ?? []).filter((mark) => mark.visibility !== 'sealed')
  return {
    look,
    coat,
    plan: coat === 'hairless' ? bareSkin(plan) : plan,
    size: Math.max(0, ['xs', 's', 'm', 'l', 'xl'].indexOf(look.size ?? 'm')),
    baby: look.age === 'baby' ? 1 : look.age === 'young' ? 0.4 : 0,
    senior: look.age === 'senior',
    seed,
    pick: choose(seed),
    pose: choose(pose ?? seed),
    hasMark: (type, part, side) =>
      marks.some(
        (mark) =>
          mark.type === type &&
          (!part || mark.part === part) &&
          (!side || !mark.side || mark.side === 'both' || mark.side === side),
      ),
  }
}
