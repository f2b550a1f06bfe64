import { encode } from 'uqr'
import {
  breakHeadline,
  fitSize,
  type LetterWeight,
  type Measure,
  wrapLines,
} from '../../../api/domain/fit-text.ts'
import { KIND_BANDS } from '../../../api/domain/kind-signs.ts'
import type { Kind } from '../../../api/domain/vocabulary.ts'
import { FONT_FAMILIES } from './families.ts'
import { LEGIBLE_AT_3_M } from './legible.ts'
import { NAME_LEADING, type NamePlan, planName } from './name.ts'

/** Everything a poster says, in the words of its language. Pictures are data URLs already cut to shape. */
export type PosterContent = {
  kind: Kind
  headline: string
  name?: string | undefined
  facts: string
  when: string
  place?: string | undefined
  /** cut to the shape that `planPoster` gives */
  photo: string
  /** The drawing with its marks, square; beside a photo. */
  drawing?: string | undefined
  url: string
  call: string
  scan: string
  phone?: string | undefined
}

export type PosterLayout = 'full' | 'tear-off'

/** A4 in tenths of a millimetre. */
export const POSTER = { width: 2100, height: 2970 } as const
const MARGIN = 100
const INNER = POSTER.width - 2 * MARGIN
const STRIPS = 9
const STRIP_HEIGHT = 560
const GAP = 60

/** Room under the photo: name, signs, when and where, the code to scan; and more where there is a phone number. */
const WORDS_HEIGHT: Record<PosterLayout, number> = { full: 800, 'tear-off': 740 }
const PHONE_SIZE = 160

/** The largest letters of a headline in one line and in two; strips need their room, and so break one only at need. */
const HEADLINE_SIZES: Record<PosterLayout, { one: number; two: number }> = {
  full: { one: 300, two: 290 },
  'tear-off': { one: 300, two: 190 },
}
/** Of the code to scan, where nothing presses. */
const CODE_SIDE = 560
const INK = '#1b2a26'
const SOFT = '#4d5a54'

export type PosterPlan = {
  lines: string[]
  letterSize: number
  bandHeight: number
  photo: { y: number; width: number; height: number }
  name: NamePlan | undefined
  floor: number
}

/** Sizes of the parts, from the largest words alone: the photo gets all that is left. */
export function planPoster(
  { headline, name, phone }: Pick<PosterContent, 'headline' | 'name' | 'phone'>,
  layout: PosterLayout,
  measure: Measure,
): PosterPlan {
  const { lines, letterSize } = planHeadline(headline.toLocaleUpperCase(), layout, measure)
  const bandHeight = lines.length * letterSize * 1.02 + 110
  const floor = POSTER.height - (layout === 'tear-off' ? STRIP_HEIGHT : MARGIN)
  const y = bandHeight + GAP
  const named = name ? planName(name, { beside: INNER - CODE_SIDE - GAP, across: INNER, measure }) : undefined
  const wordsHeight = WORDS_HEIGHT[layout] + (phone ? PHONE_SIZE * NAME_LEADING : 0) + acrossHeight(named)
  return {
    lines,
    letterSize,
    bandHeight,
    floor,
    name: named,
    photo: { y, width: INNER, height: floor - wordsHeight - y },
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

const acrossHeight = (name: NamePlan | undefined) =>
  name?.across ? name.lines.length * name.size * NAME_LEADING + GAP : 0

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
    drawWords(content, { top: bottom + GAP, bottom: plan.floor - 40, name: plan.name, measure }),
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

type WordsArea = { top: number; bottom: number; name: NamePlan | undefined; measure: Measure }

function drawWords(content: PosterContent, { top, bottom, name, measure }: WordsArea): string {
  const codeTop = top + acrossHeight(name)
  const qrSide = Math.min(CODE_SIDE, bottom - codeTop - 120)
  const width = INNER - qrSide - GAP
  const parts: string[] = []
  let y = top
  const put = (line: string, size: number, weight: LetterWeight, fill = INK) => {
    y += size * 1.14
    parts.push(text(line, { x: MARGIN, y: y - size * 0.24, size, weight, fill }))
  }
  const fitted = (line: string, max: number, weight: LetterWeight) =>
    fitSize([line], { width, max, weight, measure })
  for (const line of name?.lines ?? []) put(line, name!.size, 800)
  const tail = [content.when, ...(content.place ? [content.place] : [])]
  const phoneSize = content.phone ? fitted(content.phone, PHONE_SIZE, 800) : 0
  const room = bottom - y - tail.length * 92 - phoneSize * 1.14
  const facts = fitFacts(content.facts, { room, width, measure })
  for (const line of facts.lines) put(line, facts.size, 500)
  for (const line of tail) put(line, fitted(line, 80, 500), 500, SOFT)
  if (content.phone) put(content.phone, phoneSize, 800)
  const qrX = MARGIN + INNER - qrSide
  const scanSize = fitSize([content.scan], { width: qrSide, max: 64, weight: 800, measure })
  const scan = {
    x: qrX + qrSide / 2,
    y: codeTop + qrSide + 80,
    size: scanSize,
    weight: 800,
    fill: INK,
    anchor: 'middle',
  } as const
  return [...parts, drawQr(content.url, qrX, codeTop, qrSide), text(content.scan, scan)].join('')
}

const FACT_SIZES = [110, 100, 90, 80, 72, 64, 56]

/** The largest letters at which all signs find room; at the smallest, as many lines as there is room for. */
function fitFacts(
  facts: string,
  { room, width, measure }: { room: number; width: number; measure: Measure },
) {
  const set = (size: number, maxLines: number) => ({
    size,
    lines: wrapLines(facts, { size, width, weight: 500, maxLines, measure }),
  })
  const fitting = FACT_SIZES.map((size) => set(size, Number.POSITIVE_INFINITY)).find(
    ({ size, lines }) => lines.length * size * 1.14 <= room,
  )
  const smallest = FACT_SIZES.at(-1)!
  return fitting ?? set(smallest, Math.max(1, Math.floor(room / (smallest * 1.14))))
}

/** Some 3 mm of type: a name that would be smaller on a strip is told by the kind and species instead. */
const STRIP_LETTERS = 30

function stripTitle({ name, headline }: PosterContent, width: number, measure: Measure): string {
  const fits = name && fitSize([name], { width, max: STRIP_LETTERS, weight: 800, measure }) >= STRIP_LETTERS
  return fits ? name : headline
}

/** Strips to tear off: what, where to look it up, and whom to call. */
function drawStrips(content: PosterContent, measure: Measure): string {
  const top = POSTER.height - STRIP_HEIGHT
  const width = POSTER.width / STRIPS
  const qr = width - 80
  const room = STRIP_HEIGHT - qr - 100
  const lines = [stripTitle(content, room, measure), content.phone ?? content.call]
  const strip = (at: number) => {
    const x = at * width
    const words = lines.map((line, row) => {
      const size = fitSize([line], { width: room, max: 56, weight: row === 0 ? 800 : 500, measure })
      const baseX = x + width / 2 - 12 + (row === 0 ? -22 : 52)
      return `<g transform="translate(${baseX} ${POSTER.height - 40}) rotate(-90)">${text(line, { x: 0, y: 0, size, weight: row === 0 ? 800 : 500, fill: INK })}</g>`
    })
    const cut =
      at === 0
        ? ''
        : `<path d="M${x} ${top}V${POSTER.height}" stroke="${SOFT}" stroke-width="3" stroke-dasharray="18 14"/>`
    return `${cut}${drawQr(content.url, x + 40, top + 40, qr)}${words.join('')}`
  }
  return `<path d="M0 ${top}H${POSTER.width}" stroke="${SOFT}" stroke-width="3" stroke-dasharray="18 14"/>${Array.from({ length: STRIPS }, (_, at) => strip(at)).join('')}`
}

/** One path of unit squares: a printer keeps it sharp at any size. */
function drawQr(url: string, x: number, y: number, side: number): string {
  const { data, size } = encode(url, { ecc: 'M', border: 0 })
  const cell = side / size
  const squares = data.flatMap((row, r) => row.map((dark, c) => (dark ? `M${c} ${r}h1v1h-1z` : ''))).join('')
  return `<g transform="translate(${x} ${y}) scale(${cell})"><path d="${squares}" fill="#000000"/></g>`
}

function picture(href: string, x: number, y: number, width: number, height: number): string {
  return `<image href="${escapeXml(href)}" x="${x}" y="${y}" width="${width}" height="${height}" preserveAspectRatio="none"/>`
}

type TextStyle = {
  x: number
  y: number
  size: number
  weight: LetterWeight
  fill: string
  anchor?: 'start' | 'middle'
}

function text(words: string, { x, y, size, weight, fill, anchor = 'start' }: TextStyle): string {
  return `<text x="${x}" y="${y}" font-family="${FONT_FAMILIES[weight]}" font-size="${size.toFixed(1)}" fill="${fill}" text-anchor="${anchor}">${escapeXml(words)}</text>`
}

function escapeXml(words: string): string {
  return words
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
}
