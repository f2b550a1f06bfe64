/** Formats recognised by their first bytes; file names and declared types are never believed. */
export type PhotoFormat = 'jpeg' | 'png' | 'webp' | 'gif' | 'avif' | 'heic'

const HEIC_BRANDS = new Set(['heic', 'heix', 'heim', 'heis', 'hevc', 'hevx'])
const AVIF_BRANDS = new Set(['avif', 'avis'])

/** Undefined for everything else, SVG and PDF included. */
export function sniffPhotoFormat(bytes: Uint8Array): PhotoFormat | undefined {
  const text = (start: number, end: number) => String.fromCharCode(...bytes.subarray(start, end))
  if (bytes[0] === 0xff && bytes[1] === 0xd8 && bytes[2] === 0xff) return 'jpeg'
  if (text(0, 8) === '\x89PNG\r\n\x1a\n') return 'png'
  if (text(0, 4) === 'RIFF' && text(8, 12) === 'WEBP') return 'webp'
  if (text(0, 6) === 'GIF87a' || text(0, 6) === 'GIF89a') return 'gif'
  return text(4, 8) === 'ftyp' ? sniffHeif(bytes, text) : undefined
}

/** ISO base media files list a major brand and, after a version, the compatible ones (ISO/IEC 14496-12, 4.3). */
function sniffHeif(bytes: Uint8Array, text: (start: number, end: number) => string): PhotoFormat | undefined {
  const boxBytes = new DataView(bytes.buffer, bytes.byteOffset).getUint32(0)
  const end = Math.min(boxBytes, bytes.length, 256)
  const brands = [text(8, 12)]
  for (let at = 16; at + 4 <= end; at += 4) brands.push(text(at, at + 4))
  if (brands.some((brand) => AVIF_BRANDS.has(brand))) return 'avif'
  return brands.some((brand) => HEIC_BRANDS.has(brand)) ? 'heic' : undefined
}
