/**
 * Type size, in tenths of a millimetre, that half of normal sight reads from three metres. Normal sight reads a letter
 * five minutes of arc high (ISO 8596), half of it ten: 3,000 mm × tan 10′ = 8.7 mm, which are capitals of Golos Text
 * (0.7 of the size) at 12.5 mm.
 */
export const LEGIBLE_AT_3_M = 125
