/** A4 in tenths of a millimetre. */
export const POSTER = { width: 2100, height: 2970 } as const
export const MARGIN = 100
export const INNER = POSTER.width - 2 * MARGIN
export const GAP = 60
