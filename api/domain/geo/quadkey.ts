/**
 * Z-order integers of Web Mercator squares: every tile of every zoom up to `QUADKEY_ZOOM` is one contiguous range of
 * them, so that a plain b-tree serves tiles. Derivation: https://learn.microsoft.com/bingmaps/articles/bing-maps-tile-system
 */

/** 2 × 26 bits; a square of this zoom is 0.6 m wide at the equator, finer than any position people report. */
export const QUADKEY_ZOOM = 26

const SIDE = 2 ** QUADKEY_ZOOM

/** Web Mercator shows no latitude beyond this one (its world is a square). */
const MAX_LATITUDE = 85.05112877980659

/** One tile of the XYZ scheme: y grows southwards. */
export type TileAddress = { z: number; x: number; y: number }

/** `from` belongs to the range, `to` does not. */
export type QuadkeyRange = { from: bigint; to: bigint }

/** Place in the Web Mercator square: x eastwards and y southwards, both 0 to 1. Latitudes off the map are clamped. */
export function projectToUnitSquare(lng: number, lat: number): { x: number; y: number } {
  const clampedLat = Math.min(MAX_LATITUDE, Math.max(-MAX_LATITUDE, lat))
  const sine = Math.sin((clampedLat * Math.PI) / 180)
  return { x: lng / 360 + 0.5, y: 0.5 - Math.log((1 + sine) / (1 - sine)) / (4 * Math.PI) }
}

/** Inverse of `projectToUnitSquare`, in degrees. */
export function unprojectFromUnitSquare(x: number, y: number): { lng: number; lat: number } {
  return {
    lng: (x - 0.5) * 360,
    lat: (Math.atan(Math.sinh(Math.PI * (1 - 2 * y))) * 180) / Math.PI,
  }
}

/** Spreads the low 26 bits so that a zero stands before each of them. */
function spreadBits(value: number): bigint {
  let bits = BigInt(value)
  bits = (bits | (bits << 16n)) & 0x0000_ffff_0000_ffffn
  bits = (bits | (bits << 8n)) & 0x00ff_00ff_00ff_00ffn
  bits = (bits | (bits << 4n)) & 0x0f0f_0f0f_0f0f_0f0fn
  bits = (bits | (bits << 2n)) & 0x3333_3333_3333_3333n
  return (bits | (bits << 1n)) & 0x5555_5555_5555_5555n
}

function gatherBits(spread: bigint): number {
  let bits = spread & 0x5555_5555_5555_5555n
  bits = (bits | (bits >> 1n)) & 0x3333_3333_3333_3333n
  bits = (bits | (bits >> 2n)) & 0x0f0f_0f0f_0f0f_0f0fn
  bits = (bits | (bits >> 4n)) & 0x00ff_00ff_00ff_00ffn
  bits = (bits | (bits >> 8n)) & 0x0000_ffff_0000_ffffn
  return Number((bits | (bits >> 16n)) & 0x0000_0000_ffff_ffffn)
}

function toStep(unit: number): number {
  return Math.min(SIDE - 1, Math.max(0, Math.floor(unit * SIDE)))
}

/** Z-order integer of a place, x on the even bits and y on the odd ones; fits a PostgreSQL bigint. */
export function quadkeyOf(lng: number, lat: number): bigint {
  const { x, y } = projectToUnitSquare(lng, lat)
  return spreadBits(toStep(x)) | (spreadBits(toStep(y)) << 1n)
}

/** All quadkeys inside a tile, and no others. */
export function quadkeyRangeOf({ z, x, y }: TileAddress): QuadkeyRange {
  return rangeOfCell(spreadBits(x) | (spreadBits(y) << 1n), z)
}

/** The same for a cell number: a quadkey without its last `quadkeyShift(z)` bits. */
export function rangeOfCell(cell: bigint, z: number): QuadkeyRange {
  const shift = quadkeyShift(z)
  return { from: cell << shift, to: (cell + 1n) << shift }
}

/** How many bits to drop from a quadkey to get the cell that holds it at a coarser zoom. */
export function quadkeyShift(z: number): bigint {
  return BigInt(2 * (QUADKEY_ZOOM - z))
}

/** The tile of a zoom that a cell number stands for. */
export function tileOfCell(cell: bigint, z: number): TileAddress {
  return { z, x: gatherBits(cell), y: gatherBits(cell >> 1n) }
}
