import { discColour, drawPet, type PetLook } from '../domain/drawing/index.ts'
import { breakHeadline, fitSize, type LetterWeight } from '../domain/fit-text.ts'
import { KIND_BANDS, KIND_SHAPES } from '../domain/kind-signs.ts'
import type { Kind } from '../domain/vocabulary.ts'
import type { Letters, PhotoArea } from './ports.ts'
import { type Column, setBlock, type TextBlock } from './set-text.ts'
import type { CardWords } from './words.ts'

/** Pixels; the shape that every network shows a link's picture in. */
export const CARD = { width: 1200, height: 630 } as const

const MARGIN = 44
const BAND_HEIGHT = 196
const FOOT_HEIGHT = 92
const GROUND = '#fffdf7'
const INK = '#1b2a26'
const SOFT = '#4d5a54'
const HOUSE = '#1f5a4b'
const LAMP = '#f5bd4f'
const LAMP_INK = '#2a1d04'
const CLOSED = '#4d5a54'

export type CardContent = {
  kind: Kind
  ending?: 'home' | 'closed' | 'expired' | undefined
  words: CardWords
  /** Drawn where there is no photo. */
  look: PetLook
  photo?: PhotoArea | undefined
}

/** A photo keeps as much of its own shape as leaves the words their room. Takes and gives pixels. */
export function planPhoto(photo: { width: number; height: number }): PhotoArea {
  const width = Math.round((CARD.height * photo.width) / photo.height)
  return { width: Math.min(660, Math.max(500, width)), height: CARD.height }
}

const DRAWING_WIDTH = 560

/** The card as SVG, letters as paths; clear where the photo goes. */
export function drawCard({ kind, ending, words, look, photo }: CardContent, letters: Letters): string {
  const left = photo?.width ?? DRAWING_WIDTH
  const column = { x: left + MARGIN, width: CARD.width - left - 2 * MARGIN }
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${CARD.width}" height="${CARD.height}" viewBox="0 0 ${CARD.width} ${CARD.height}">`,
    photo ? '' : drawAnimal(look),
    `<rect x="${left}" width="${CARD.width - left}" height="${CARD.height}" fill="${GROUND}"/>`,
    drawBand({ kind, ending, left, headline: words.headline }, column, letters),
    drawWords(words, column, letters),
    drawFoot(words.site, column, letters),
    '</svg>',
  ].join('')
}

function drawAnimal(look: PetLook): string {
  const side = 590
  const pet = drawPet(look, { background: 'none', instance: 'card' }).replace(
    '<svg ',
    `<svg x="${(DRAWING_WIDTH - side) / 2}" y="${(CARD.height - side) / 2}" width="${side}" height="${side}" `,
  )
  return `<rect width="${DRAWING_WIDTH}" height="${CARD.height}" fill="${discColour(look)}"/>${pet}`
}

type Line = { text: string; y: number; size: number; weight: LetterWeight; fill: string }

const drawLine = (letters: Letters, x: number, { text, y, size, weight, fill }: Line) =>
  `<path fill="${fill}" d="${letters.outline(text, weight, { x, y, size })}"/>`

const SIGN = 76

type Band = { kind: Kind; ending: CardContent['ending']; left: number; headline: string }

function drawBand({ kind, ending, left, headline }: Band, column: Column, letters: Letters): string {
  const fill = ending === 'home' ? LAMP : ending ? CLOSED : KIND_BANDS[kind]
  const ink = ending === 'home' ? LAMP_INK : '#ffffff'
  const signY = (BAND_HEIGHT - SIGN) / 2
  const sign =
    ending === 'home'
      ? drawHouse(column.x, signY, SIGN, { wall: LAMP_INK, light: LAMP })
      : `<g transform="translate(${column.x} ${signY}) scale(${SIGN / 24})"><path d="${KIND_SHAPES[kind]}" fill="#ffffff"/>${kind === 'sighting' ? `<circle cx="12" cy="12" r="4.5" fill="${fill}"/>` : ''}</g>`
  const x = column.x + SIGN + 28
  const width = column.width - SIGN - 28
  const { measure } = letters
  const lines = breakHeadline(headline, { width, max: 82, measure })
  const size = fitSize(lines, { width, max: lines.length > 1 ? 66 : 82, weight: 800, measure })
  const step = size * 1.12
  const first = BAND_HEIGHT / 2 - ((lines.length - 1) * step) / 2 + size * 0.35
  return [
    `<rect x="${left}" width="${CARD.width - left}" height="${BAND_HEIGHT}" fill="${fill}"/>`,
    sign,
    ...lines.map((text, at) =>
      drawLine(letters, x, { text, y: first + at * step, size, weight: 800, fill: ink }),
    ),
  ].join('')
}

const NAME_SIZES = [
  { size: 96, maxLines: 1 },
  { size: 80, maxLines: 1 },
  { size: 62, maxLines: 2 },
  { size: 50, maxLines: 2 },
] as const
const FACT_SIZES = [54, 48, 43, 38, 34] as const
const WHEN_SIZE = 36
const WHEN_GAP = 12
const LEADING = 1.2
const WORDS_TOP = BAND_HEIGHT + 20
const WORDS_BOTTOM = CARD.height - FOOT_HEIGHT - 20

/** Name, signs and day, in the middle of what band and foot leave. */
function drawWords(words: CardWords, column: Column, letters: Letters): string {
  const { clean, measure } = letters
  const heightOf = ({ size, lines }: TextBlock) => lines.length * size * LEADING
  const setting = { width: column.width, measure }
  const calledBy = clean(words.name ?? '')
  const name = setBlock(calledBy ? [calledBy] : [], NAME_SIZES, { ...setting, weight: 800 })
  const room = WORDS_BOTTOM - WORDS_TOP - heightOf(name) - WHEN_SIZE * LEADING - WHEN_GAP
  const sizes = FACT_SIZES.filter((size) => !calledBy || size < 48).map((size) => ({
    size,
    maxLines: Math.max(1, Math.floor(room / (size * LEADING))),
  }))
  const told = words.facts.map(clean).filter(Boolean)
  const set = (count: number) => setBlock(told.slice(0, count), sizes, { ...setting, weight: 500 })
  let count = told.length
  while (count > 1 && !set(count).whole) count--
  const facts = set(count)
  let y = WORDS_TOP + (room - heightOf(facts)) / 2
  return [
    ...name.lines.map((text) => ({ text, size: name.size, weight: 800 as const, fill: INK })),
    ...facts.lines.map((text) => ({ text, size: facts.size, weight: 500 as const, fill: INK })),
    { text: words.when, size: WHEN_SIZE, weight: 500 as const, fill: SOFT, gap: WHEN_GAP },
  ]
    .map(({ gap = 0, ...line }: Omit<Line, 'y'> & { gap?: number }) => {
      y += line.size * LEADING + gap
      return drawLine(letters, column.x, { ...line, y: y - line.size * 0.3 })
    })
    .join('')
}

function drawFoot(site: string, { x, width }: Column, letters: Letters): string {
  const top = CARD.height - FOOT_HEIGHT
  const side = 50
  const text = { text: site, y: top + FOOT_HEIGHT / 2 + 12, size: 38, weight: 800, fill: HOUSE } as const
  return [
    `<path d="M${x} ${top}H${x + width}" stroke="#d5cfbd" stroke-width="2"/>`,
    drawHouse(x, top + (FOOT_HEIGHT - side) / 2 - 2, side, { wall: HOUSE, light: LAMP }),
    drawLine(letters, x + side + 16, text),
  ].join('')
}

/** The service's sign, as in the web app's header: a house with the lamp left on. */
function drawHouse(x: number, y: number, side: number, { wall, light }: { wall: string; light: string }) {
  return (
    `<g transform="translate(${x} ${y}) scale(${side / 48})">` +
    `<path fill="${wall}" d="M24 4 5 19.5V41a3 3 0 0 0 3 3h32a3 3 0 0 0 3-3V19.5Z"/>` +
    `<path fill="${light}" d="M24 22.5c-6.2 0-10.5 4.6-10.5 10.7V44h21V33.2c0-6.1-4.3-10.7-10.5-10.7Z"/>` +
    `<path fill="${LAMP_INK}" d="M19.2 44c-.3-5 .1-7.3 1.3-9.3l-.6-4.9 3.1 2.3h2l3.1-2.3-.6 4.9c1.2 2 1.6 4.3 1.3 9.3Z"/></g>`
  )
}
