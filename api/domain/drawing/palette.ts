import type { Colour, Species } from '../vocabulary.ts'
import type { Tone } from './types.ts'

/** One warm family of earths and greys, so that any two of them sit well together. */
export const TONES: Record<Colour, Tone> = {
  black: { base: '#3d373a', line: '#1f1b1e' },
  white: { base: '#faf5ec', line: '#cdbfac' },
  grey_blue: { base: '#8c99a8', line: '#65717f' },
  brown: { base: '#7d523a', line: '#533322' },
  red: { base: '#d07c3c', line: '#9d5322' },
  cream: { base: '#eed7ae', line: '#c6a371' },
  tan: { base: '#c99d68', line: '#99703f' },
  lilac: { base: '#bda8b1', line: '#917a86' },
}

export const INK = '#2e2529'
export const SKIN: Tone = { base: '#e6b9a6', line: '#bf8a77' }
export const NOSE_PINK = '#d98c86'
export const TONGUE = '#e0787a'

/** What an animal is painted in when nobody said its colours. */
export const DEFAULT_COLOURS: Record<Species, readonly Colour[]> = {
  dog: ['tan'],
  cat: ['grey_blue'],
  bird: ['grey_blue', 'white'],
  rabbit: ['lilac'],
  ferret: ['brown', 'cream'],
  rodent: ['red', 'white'],
  reptile: ['brown', 'tan'],
  horse: ['brown'],
  other: ['brown', 'cream'],
}

export function mixColours(from: string, to: string, share: number): string {
  const channel = (hex: string, at: number) => Number.parseInt(hex.slice(at, at + 2), 16)
  const mixed = [1, 3, 5].map((at) => Math.round(channel(from, at) * (1 - share) + channel(to, at) * share))
  return `#${mixed.map((value) => value.toString(16).padStart(2, '0')).join('')}`
}

export function mixTones(from: Tone, to: Tone, share: number): Tone {
  return { base: mixColours(from.base, to.base, share), line: mixColours(from.line, to.line, share) }
}

/** 0 (black) to 1 (white), good enough to choose what stands out. */
export function lightness(hex: string): number {
  const value = Number.parseInt(hex.slice(1), 16)
  return (0.3 * (value >> 16) + 0.59 * ((value >> 8) & 255) + 0.11 * (value & 255)) / 255
}
