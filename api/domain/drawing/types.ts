import type {
  Age,
  Coat,
  Colour,
  MarkPart,
  MarkSide,
  MarkType,
  Pattern,
  Size,
  Species,
} from '../vocabulary.ts'

/**
 * What a drawing needs to know. The names are those of a report's properties, so that a report's own fields can
 * be handed over as they are; anything left out takes a typical value of the species.
 */
export type PetLook = {
  species: Species
  /** An unordered set: the order changes nothing. */
  colours?: readonly Colour[] | undefined
  pattern?: Pattern | undefined
  coat?: Coat | undefined
  size?: Size | undefined
  age?: Age | undefined
  /** Hand over public marks only: what is drawn is seen. Sides are the animal's own. */
  marks?:
    | readonly {
        part: MarkPart
        side?: MarkSide | undefined
        type: MarkType
        visibility?: string | undefined
      }[]
    | undefined
  /** Free words; a colour, a bell, a tag or a harness named in Russian or English is drawn. */
  collar?: string | undefined
  /** Overrides what seed and size would choose, where the breed tells. */
  build?: Build | undefined
  /** Equal seeds give equal animals; without one the drawing is the typical animal of its kind. */
  seed?: string | number | undefined
}

export type Build = {
  ears?: 'drop' | 'prick' | 'semi' | 'long' | undefined
  muzzle?: 'short' | 'medium' | 'long' | undefined
  tail?: 'up' | 'curl' | 'down' | undefined
  /** Within a species: which animal of it. */
  form?: 'budgie' | 'cockatiel' | 'tortoise' | 'lizard' | 'hamster' | 'rat' | undefined
}

/** Closed outline as x0, y0, x1, y1 …, drawn as a smooth curve; a point given twice is a corner. */
export type Loop = readonly number[]

export type Tone = { base: string; line: string }

export type Role = 'head' | 'muzzle' | 'ear' | 'torso' | 'leg' | 'tail' | 'wing' | 'mane' | 'shell'

/** Places on the coat that patterns colour; a part says where it has them. */
export type Zone =
  | 'back'
  | 'chest'
  | 'belly'
  | 'shin'
  | 'sock'
  | 'tip'
  | 'blaze'
  | 'brow'
  | 'cheek'
  | 'mask'
  | 'crown'

export type Part = {
  role: Role
  loop: Loop
  /** Of the animal itself, where patterns treat sides apart. */
  side?: 'left' | 'right'
  zones?: Partial<Record<Zone, readonly Loop[]>>
  /** Middle line that stripes cross; `reach` is half a stripe's length. */
  axis?: Loop
  reach?: number
  /** How much of the coat's roughness its outline shows, 0 to 1. */
  fur?: number
  /** Melts into the part behind it: no line along the first and last stretch of its outline. */
  open?: boolean
  /** No outline at all: a marking that lies on other parts. */
  bare?: boolean
  /** Circle (x, y, radius) that spots keep clear of, so that a face stays readable. */
  clear?: readonly [number, number, number]
  /** On the side away from the light. */
  far?: boolean
  /** Not of the coat: shells, beaks. Keeps the pattern off. */
  tone?: Tone
  /** Soft shadow that something above casts on it. */
  shadow?: Loop
}

export type Layer = Part | string | { turn: string; layers: readonly Layer[] }

/** Where marks sit: per part of the body the animal's left and right (or only) place, in drawing units. */
export type Anchors = Partial<Record<MarkPart, readonly [number, number, number?, number?]>>

/** A finished animal: its layers from back to front and what may be put on it. */
export type Figure = {
  layers: readonly Layer[]
  anchors: Anchors
}
