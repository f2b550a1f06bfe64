import { encode } from 'uqr'
import type { LetterWeight } from '../../../api/domain/fit-text.ts'
import { FONT_FAMILIES } from './families.ts'

export const INK = '#1b2a26'
export const SOFT = '#4d5a54'

/** One path of unit squares: a printer keeps it sharp at any size. */
export function drawQr(url: string, x: number, y: number, side: number): string {
  const { data, size } = encode(url, { ecc: 'M', border: 0 })
  const cell = side / size
  const squares = data.flatMap((row, r) => row.map((dark, c) => (dark ? `M${c} ${r}h1v1h-1z` : ''))).join('')
  return `<g transform="translate(${x} ${y}) scale(${cell})"><path d="${squares}" fill="#000000"/></g>`
}

export function picture(href: string, x: number, y: number, width: number, height: number): string {
  return `<image href="${escapeXml(href)}" x="${x}" y="${y}" width="${width}" height="${height}" preserveAspectRatio="none"/>`
}

export type TextStyle = {
  x: number
  y: number
  size: number
  weight: LetterWeight
  fill: string
  anchor?: 'start' | 'middle'
}

export function text(words: string, { x, y, size, weight, fill, anchor = 'start' }: TextStyle): string {
  return `<text x="${x}" y="${y}" font-family="${FONT_FAMILIES[weight]}" font-size="${size.toFixed(1)}" fill="${fill}" text-anchor="${anchor}">${escapeXml(words)}</text>`
}

function escapeXml(words: string): string {
  return words
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
}
