import medium from '@expo-google-fonts/golos-text/500Medium/GolosText_500Medium.ttf?url'
import bold from '@expo-google-fonts/golos-text/800ExtraBold/GolosText_800ExtraBold.ttf?url'
import type { LetterWeight, Measure } from '../../../api/domain/fit-text.ts'
import { FONT_FAMILIES } from './families.ts'

/** Whole font files, Cyrillic and Latin in one: a PDF carries them inside. */
export const FONT_URLS: Record<LetterWeight, string> = { 500: medium, 800: bold }

/** Loads the poster's letters into the page and gives what measures them. */
export async function loadPosterFonts(): Promise<Measure> {
  const faces = ([500, 800] as const).map(
    (weight) => new FontFace(FONT_FAMILIES[weight], `url(${FONT_URLS[weight]})`),
  )
  for (const face of await Promise.all(faces.map((face) => face.load()))) document.fonts.add(face)
  const canvas = document.createElement('canvas').getContext('2d')
  return (words, weight) => {
    if (!canvas) return words.length * 0.6
    canvas.font = `100px ${FONT_FAMILIES[weight]}`
    return canvas.measureText(words).width / 100
  }
}
