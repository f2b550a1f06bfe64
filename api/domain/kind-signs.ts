import type { Kind } from './vocabulary.ts'

/**
 * One shape a kind, in a 24 × 24 box: lost is a diamond (a warning sign), found a circle (closed, in good
 * hands), a sighting an eye, a death a square, a shelter a house. The map, cards and badges all draw these.
 */
export const KIND_SHAPES: Record<Kind, string> = {
  lost: 'M12 1.5 22.5 12 12 22.5 1.5 12Z',
  found: 'M12 2a10 10 0 1 0 0 20 10 10 0 0 0 0-20Z',
  sighting: 'M.8 12C4.2 6.3 8 4 12 4s7.8 2.3 11.2 8C19.8 17.7 16 20 12 20S4.2 17.7.8 12Z',
  found_deceased: 'M3 3h18v18H3Z',
  shelter_intake: 'M12 1.5 22.5 10v12.5h-21V10Z',
}

/** A heart: the search is over, and well. */
export const HOME_SHAPE =
  'M12 21.5 3.1 12.3a5.7 5.7 0 0 1 0-7.9 5.4 5.4 0 0 1 7.8 0L12 5.6l1.1-1.2a5.4 5.4 0 0 1 7.8 0 5.7 5.7 0 0 1 0 7.9Z'

/** A kind's colour on paper and pictures, under white letters; the app's own follow its theme (styles/tokens.css). */
export const KIND_BANDS: Record<Kind, string> = {
  lost: '#b23a1b',
  found: '#1c6b4f',
  sighting: '#7a5500',
  found_deceased: '#5a4f66',
  shelter_intake: '#1f5688',
}
