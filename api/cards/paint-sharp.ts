import { readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import opentype, { type Font, type PathCommand } from 'opentype.js'
import pLimit from 'p-limit'
import sharp, { type OverlayOptions } from 'sharp'
import type { LetterWeight } from '../domain/fit-text.ts'
import { ServiceError } from '../errors.ts'
import { CARD } from './layout.ts'
import type { CardJob, CardPainter, Letters } from './ports.ts'

const FONT_FILES: Record<LetterWeight, string> = {
  500: '@expo-google-fonts/golos-text/500Medium/GolosText_500Medium.ttf',
  800: '@expo-google-fonts/golos-text/800ExtraBold/GolosText_800ExtraBold.ttf',
}

export type CardPainterOptions = {
  /** cards painted at the same time */
  concurrency?: number
  /** more than this many waiting are refused */
  maxWaiting?: number
  /** finished cards kept in memory, some 300 KB each: a link shared in a chat is asked for by many at once */
  kept?: number
}

/** Paints with sharp; the typefaces are read when the first card is asked for. */
export function createSharpCardPainter(options: CardPainterOptions = {}): CardPainter {
  const { concurrency = 2, maxWaiting = 24, kept = 32 } = options
  const limit = pLimit(concurrency)
  const cards = new Map<string, Promise<Uint8Array<ArrayBuffer>>>()
  let letters: Promise<Letters> | undefined
  return {
    paint: (job) => {
      const known = cards.get(job.key)
      if (known) return known
      if (limit.pendingCount >= maxWaiting) return Promise.reject(busy())
      letters ??= loadLetters()
      const card = limit(async () => paint(job, await letters!))
      cards.set(job.key, card)
      card.catch(() => cards.delete(job.key))
      for (const oldest of cards.keys()) {
        if (cards.size <= kept) break
        cards.delete(oldest)
      }
      return card
    },
  }
}

function busy(): ServiceError {
  return new ServiceError('unavailable', 'Many cards are being painted just now; try again in a moment.', {
    retryAfterS: 5,
  })
}

async function paint({ draw, photo }: CardJob, letters: Letters): Promise<Uint8Array<ArrayBuffer>> {
  const layers: OverlayOptions[] = [{ input: Buffer.from(draw(letters)), left: 0, top: 0 }]
  if (photo) {
    // Where a photo must lose some of its edges, they are those with the least to see.
    const input = await sharp(await photo.read())
      .resize({ ...photo.area, fit: 'cover', position: sharp.strategy.attention })
      .toBuffer()
    layers.unshift({ input, left: 0, top: 0 })
  }
  const png = await sharp({
    create: { width: CARD.width, height: CARD.height, channels: 3, background: '#ffffff' },
  })
    .composite(layers)
    // A palette: some messengers show no picture above 300 KB.
    .png({ palette: true, quality: 88, effort: 5 })
    .toBuffer()
  return new Uint8Array(png)
}

async function loadLetters(): Promise<Letters> {
  const [medium, bold] = await Promise.all([loadFont(FONT_FILES[500]), loadFont(FONT_FILES[800])])
  const fonts: Record<LetterWeight, Font> = { 500: medium, 800: bold }
  const isDrawn = (character: string) => character === ' ' || medium.charToGlyphIndex(character) > 0
  return {
    measure: (text, weight) => fonts[weight].getAdvanceWidth(text, 1),
    clean: (text) =>
      [...text.normalize('NFC').replace(/\s+/g, ' ').replace(/\p{C}/gu, '')]
        .filter(isDrawn)
        .join('')
        .replace(/ {2,}/g, ' ')
        .trim(),
    outline: (text, weight, { x, y, size }) => writePath(fonts[weight].getPath(text, x, y, size).commands),
  }
}

/** The library's own writer gives NaN for numbers just above a whole one (opentype.js 2.0.0, roundDecimal). */
function writePath(commands: readonly PathCommand[]): string {
  const n = (value: number) => String(Math.round(value * 10) / 10)
  return commands
    .map((command) => {
      if (command.type === 'Z') return 'Z'
      const end = `${n(command.x)} ${n(command.y)}`
      if (command.type === 'Q') return `Q${n(command.x1)} ${n(command.y1)} ${end}`
      if (command.type === 'C')
        return `C${n(command.x1)} ${n(command.y1)} ${n(command.x2)} ${n(command.y2)} ${end}`
      return `${command.type}${end}`
    })
    .join('')
}

async function loadFont(file: string): Promise<Font> {
  const bytes = await readFile(fileURLToPath(import.meta.resolve(file)))
  return opentype.parse(new Uint8Array(bytes).buffer)
}
