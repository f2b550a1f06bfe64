import { encode } from 'uqr'
import type { Kind } from '../../../api/domain/vocabulary.ts'
import { breakHeadline, fitSize, type Measure, type PosterWeight, wrapLines } from './text.ts'

/** Everything a poster says, in the words of its language. Pictures are data URLs already cut to shape. */
export type PosterContent = {
  kind: Kind
  headline: string
  name?: string | undefined
  facts: string
  when: string
  place?: string | undefined
  /** cut to PHOTO_RATIO */
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
export const PHOTO_RATIO: Record<PosterLayout, number> = { full: 1900 / 1250, 'tear-off': 1900 / 860 }

const MARGIN = 100
const INNER = POSTER.width - 2 * MARGIN
const STRIPS = 9
const STRIP_HEIGHT = 560
const INK = '#1b2a26'
const SOFT = '#4d5a54'

/** Paper colours: strong enough for a cheap printer, dark enough to read when it prints grey. */
const BANDS: Record<Kind, string> = {
  lost: '#b23a1b',
  found: '#1c6b4f',
  sighting: '#7a5500',
  found_deceased: '#5a4f66',
  shelter_intake: '#1f5688',
}

/**
 * The poster as one SVG drawing, 2100 × 2970 units of 0.1 mm, for the screen, the printer and the PDF alike.
 * Headline and name are sized to be read from three metres: at 3 m a letter wants some 10 mm of height.
 */
export function drawPoster(content: PosterContent, layout: PosterLayout, measure: Measure): string {
  const floor = POSTER.height - (layout === 'tear-off' ? STRIP_HEIGHT : MARGIN)
  const band = drawBand(content, measure)
  const photoHeight = INNER / PHOTO_RATIO[layout]
  const photoTop = band.height + 60
  const textTop = photoTop + photoHeight + 40
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${POSTER.width} ${POSTER.height}" font-family="Poster">`,
    `<rect width="${POSTER.width}" height="${POSTER.height}" fill="#ffffff"/>`,
    band.svg,
    picture(content.photo, MARGIN, photoTop, INNER, photoHeight),
    content.drawing
      ? picture(content.drawing, MARGIN + INNER - 420, photoTop + photoHeight - 420, 400, 400)
      : '',
    drawWords(content, { top: textTop, bottom: floor - 40, measure }),
    layout === 'tear-off' ? drawStrips(content, measure) : '',
    '</svg>',
  ].join('')
}

function drawBand(content: PosterContent, measure: Measure): { svg: string; height: number } {
  const lines = breakHeadline(content.headline.toLocaleUpperCase(), { width: INNER, max: 400, measure })
  const size = fitSize(lines, { width: INNER, max: lines.length > 1 ? 290 : 400, weight: 800, measure })
  const height = lines.length * size * 1.02 + 110
  const texts = lines.map((line, at) =>
    text(line, {
      x: POSTER.width / 2,
      y: 55 + size * (0.82 + at * 1.02),
      size,
      weight: 800,
      fill: '#ffffff',
      anchor: 'middle',
    }),
  )
  return {
    svg: `<rect width="${POSTER.width}" height="${height}" fill="${BANDS[content.kind]}"/>${texts.join('')}`,
    height,
  }
}

function drawWords(content: PosterContent, area: { top: number; bottom: number; measure: Measure }): string {
  const { top, bottom, measure } = area
  const qrSide = Math.min(520, bottom - top - 70)
  const left = INNER - qrSide - 60
  const parts: string[] = []
  let y = top
  const put = (line: string, size: number, weight: PosterWeight, fill = INK) => {
    y += size * 1.12
    parts.push(text(line, { x: MARGIN, y: y - size * 0.2, size, weight, fill }))
  }
  if (content.name)
    put(content.name, fitSize([content.name], { width: left, max: 190, weight: 800, measure }), 800)
  const tail = [content.when, ...(content.place ? [content.place] : [])]
  const phoneSize = content.phone
    ? fitSize([content.phone], { width: left, max: 150, weight: 800, measure })
    : 0
  const room = bottom - y - tail.length * 84 - phoneSize * 1.2
  const facts = wrapLines(content.facts, {
    size: 74,
    width: left,
    weight: 500,
    maxLines: Math.max(1, Math.floor(room / 84)),
    measure,
  })
  for (const line of facts) put(line, 74, 500)
  for (const line of tail)
    put(line, fitSize([line], { width: left, max: 70, weight: 500, measure }), 500, SOFT)
  if (content.phone) put(content.phone, phoneSize, 800)
  const qrX = MARGIN + INNER - qrSide
  const scan = wrapLines(content.scan, { size: 46, width: qrSide, weight: 500, maxLines: 2, measure })
  const caption = scan.map((line, at) =>
    text(line, {
      x: qrX + qrSide / 2,
      y: top + qrSide + 50 + at * 52,
      size: 46,
      weight: 500,
      fill: INK,
      anchor: 'middle',
    }),
  )
  return [...parts, drawQr(content.url, qrX, top, qrSide), ...caption].join('')
}

/** Strips to tear off: what, where to look it up, and whom to call. */
function drawStrips(content: PosterContent, measure: Measure): string {
  const top = POSTER.height - STRIP_HEIGHT
  const width = POSTER.width / STRIPS
  const lines = [content.name ?? content.headline, content.phone ?? content.call]
  const strip = (at: number) => {
    const x = at * width
    const qr = width - 80
    const room = STRIP_HEIGHT - qr - 100
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
  weight: PosterWeight
  fill: string
  anchor?: 'start' | 'middle'
}

function text(words: string, { x, y, size, weight, fill, anchor = 'start' }: TextStyle): string {
  return `<text x="${x}" y="${y}" font-size="${size.toFixed(1)}" font-weight="${weight}" fill="${fill}" text-anchor="${anchor}">${escapeXml(words)}</text>`
}

function escapeXml(words: string): string {
  return words
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
}
