import type { Kind } from '../../../api/domain/vocabulary.ts'

/** Everything a poster says, in the words of its language. */
export type PosterWords = {
  kind: Kind
  headline: string
  name?: string | undefined
  facts: string
  when: string
  place?: string | undefined
  /** Under the picture: what it is when it is no photo. */
  caption?: string | undefined
  url: string
  scan: string
  phone?: string | undefined
}

/** Pictures are data URLs already cut to shape. */
export type PosterContent = PosterWords & {
  /** cut to the shape that `planPoster` gives */
  photo: string
  /** The drawing with its marks, square; beside a photo. */
  drawing?: string | undefined
}

export type PosterLayout = 'full' | 'tear-off'
