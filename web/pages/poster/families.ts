import type { LetterWeight } from '../../../api/domain/fit-text.ts'

/** One family a weight: PDF fonts have no weights to choose by. */
export const FONT_FAMILIES: Record<LetterWeight, string> = { 500: 'PosterMedium', 800: 'PosterBold' }
