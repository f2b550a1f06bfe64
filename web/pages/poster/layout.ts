import { breakHeadline, fitSize, type Measure } from '../../../api/domain/fit-text.ts'
import { KIND_BANDS } from '../../../api/domain/kind-signs.ts'
import type { Kind } from '../../../api/domain/vocabulary.ts'
import { LEGIBLE_AT_3_M } from './legible.ts'
import { GAP, INNER, MARGIN, POSTER } from './sheet.ts'
import { drawStrips, STRIP_HEIGHT } from './strips.ts'
import { picture, SOFT, text } from './svg.ts'
import type { PosterContent, PosterLayout, PosterWords } from './types.ts'
import { drawWords, planWords, type WordsPlan } from './words.ts'

/** The largest letters of a headline in one line and in two; strips need their room, and so break one only at need. */
const HEADLINE_SIZES: Record<PosterLayout, { one: number; two: number }> = {
  full: { one: 300, two: 290 },
  'tear-off': { one: 300, two: 190 },
}
const CAPTION = { size: 44, room: 64 }

export type PosterPlan = {
  lines: string[]
  letterSize: number
  bandHeight: number
  photo: { y: number; width: number; height: number }
  words: WordsPlan
  wordsTop: number
}

/** Sizes of the parts, from the words alone: the photo gets all that is left. */
export function planPoster(content: PosterWords, layout: PosterLayout, measure: Measure): PosterPlan {
  const { lines, letterSize } = planHeadline(content.headline.toLocaleUpperCase(), layout, measure)
  const bandHeight = lines.length * letterSize * 1.02 + 110
  const floor = POSTER.height - (layout === 'tear-off' ? STRIP_HEIGHT + GAP / 2 : MARGIN)
  const y = bandHeight + GAP
  const words = planWords(content, measure)
  const wordsTop = floor - words.height
  const under = GAP + (content.caption ? CAPTION.room : 0)
  return {
    ...{ lines, letterSize, bandHeight, words, wordsTop },
    photo: { y, width: INNER, height: wordsTop - under - y },
  }
}

function planHeadline(words: string, layout: PosterLayout, measure: Measure) {
  const { one, two } = HEADLINE_SIZES[layout]
  const largest = (lines: string[], max: number) =>
    fitSize(lines, { width: INNER, max, weight: 800, measure })
  const inOne = largest([words], one)
  const whole = layout === 'tear-off' && inOne > LEGIBLE_AT_3_M
  const lines = whole ? [words] : breakHeadline(words, { width: INNER, max: 400, measure })
  return { lines, letterSize: lines.length > 1 ? largest(lines, two) : inOne }
}

/**
 * The poster as one SVG drawing, 2100 × 2970 units of 0.1 mm, for the screen, the printer and the PDF alike.
 * Headline, name and phone are sized to be read from three metres: at 3 m a letter wants some 10 mm of height.
 */
export function drawPoster(content: PosterContent, layout: PosterLayout, measure: Measure): string {
  const plan = planPoster(content, layout, measure)
  const { photo } = plan
  const bottom = photo.y + photo.height
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${POSTER.width} ${POSTER.height}">`,
    `<rect width="${POSTER.width}" height="${POSTER.height}" fill="#ffffff"/>`,
    drawBand(content.kind, plan),
    picture(content.photo, MARGIN, photo.y, photo.width, photo.height),
    content.drawing ? picture(content.drawing, MARGIN + INNER - 380, bottom - 380, 360, 360) : '',
    content.caption ? drawCaption(content.caption, bottom) : '',
    drawWords(content, plan.words, plan.wordsTop, measure),
    layout === 'tear-off' ? drawStrips(content, measure) : '',
    '</svg>',
  ].join('')
}

function drawBand(kind: Kind, { lines, letterSize, bandHeight }: PosterPlan): string {
  const texts = lines.map((line, at) =>
    text(line, {
      x: POSTER.width / 2,
      y: 55 + letterSize * (0.82 + at * 1.02),
      size: letterSize,
      weight: 800,
      fill: '#ffffff',
      anchor: 'middle',
    }),
  )
  return `<rect width="${POSTER.width}" height="${bandHeight}" fill="${KIND_BANDS[kind]}"/>${texts.join('')}`
}

const drawCaption = (words: string, bottom: number) =>
  text(words, { x: MARGIN, y: bottom + CAPTION.room - 8, size: CAPTION.size, weight: 500, fill: SOFT })
