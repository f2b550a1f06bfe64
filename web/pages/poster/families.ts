import type { PosterWeight } from './text.ts'

/** One family a weight: PDF fonts have no weights to choose by. */
export const FONT_FAMILIES: Record<PosterWeight, string> = { 500: 'PosterMedium', 800: 'PosterBold' }
