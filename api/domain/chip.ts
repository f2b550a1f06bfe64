/**
 * Microchip numbers (ISO 11784: 15 decimal digits). The first three are a country under 900 and a
 * manufacturer from 900 up; the other twelve are a 38-bit number. Older chips carry 9 or 10 characters.
 */

/** Largest 38-bit national identification code, ISO 11784. */
const MAX_NATIONAL_CODE = 274_877_906_943

export type ChipParse =
  | { ok: true; number: string }
  | { ok: false; code: 'chip_length' | 'chip_characters' | 'chip_prefix' | 'chip_range' }

/** Reads a number as people type it (spaces, dashes, a zero that some readers put in front). */
export function parseChip(text: string): ChipParse {
  const compact = text.replace(/[\s.-]/g, '').toUpperCase()
  if (!/^[0-9A-Z]*$/.test(compact)) return { ok: false, code: 'chip_characters' }
  if (compact.length === 9 || compact.length === 10) return { ok: true, number: compact }
  const number = compact.length === 16 && compact.startsWith('0') ? compact.slice(1) : compact
  if (number.length !== 15) return { ok: false, code: 'chip_length' }
  if (!/^\d{15}$/.test(number)) return { ok: false, code: 'chip_characters' }
  if (Number(number.slice(0, 3)) === 0) return { ok: false, code: 'chip_prefix' }
  if (Number(number.slice(3)) > MAX_NATIONAL_CODE) return { ok: false, code: 'chip_range' }
  return { ok: true, number }
}

/**
 * Keys that two numbers share exactly when they differ in one character or by two swapped neighbours
 * (or not at all). Hashed, they let the database find a misread number without keeping any number.
 */
export function chipNeighbourKeys(number: string): string[] {
  const keys: string[] = []
  for (let at = 0; at < number.length; at += 1) {
    keys.push(`${at}*${number.slice(0, at)}?${number.slice(at + 1)}`)
  }
  for (let at = 0; at + 1 < number.length; at += 1) {
    const pair = [number[at], number[at + 1]].sort().join('')
    keys.push(`${at}~${number.slice(0, at)}${pair}${number.slice(at + 2)}`)
  }
  return keys
}
