import { fitSize, type Measure } from '../../../api/domain/fit-text.ts'
import { POSTER } from './sheet.ts'
import { drawQr, INK, SOFT, text } from './svg.ts'
import type { PosterWords } from './types.ts'

export const STRIP_HEIGHT = 560
const STRIPS = 9
/** Some 3 mm of type: a name that would be smaller on a strip is told by the kind and species instead. */
const STRIP_LETTERS = 30

function stripTitle({ name, headline }: PosterWords, width: number, measure: Measure): string {
  const fits = name && fitSize([name], { width, max: STRIP_LETTERS, weight: 800, measure }) >= STRIP_LETTERS
  return fits ? name : headline
}

/** Strips to tear off: what, where to look it up, and whom to call or at which site to look for it. */
export function drawStrips(content: PosterWords, measure: Measure): string {
  const top = POSTER.height - STRIP_HEIGHT
  const width = POSTER.width / STRIPS
  const qr = width - 80
  const room = STRIP_HEIGHT - qr - 100
  const lines = [stripTitle(content, room, measure), content.phone ?? new URL(content.url).host]
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
