import { fitSize, type LetterWeight, type Measure, wrapLines } from '../../../api/domain/fit-text.ts'
import { NAME_LEADING, type NamePlan, planName } from './name.ts'
import { GAP, INNER, MARGIN } from './sheet.ts'
import { drawQr, INK, SOFT, text } from './svg.ts'
import type { PosterWords } from './types.ts'

const PHONE_SIZE = 160
const TAIL_SIZE = 80
const FACT_SIZES = [130, 120, 110, 100, 90, 80, 72, 64, 56]
/** Between the name, the signs, and when and where: half a line. */
const BREAK = 40
const LEADING = 1.14

/** Of the code to scan: the largest, and the smallest where the words beside it are few. */
const CODE_SIDE = { most: 520, least: 440 }
const SCAN_ROOM = 96
const ADDRESS_SIZE = 30
const ADDRESS_LEADING = 38
/** The least room for name, signs, when and where beside the code; a phone number comes on top. */
const COLUMN_HEIGHT = 710

type Line = { words: string; size: number; weight: LetterWeight; fill: string; before: number }
export type WordsPlan = {
  name: NamePlan | undefined
  lines: Line[]
  height: number
  /** From the top of the words to the top of the code. */
  codeTop: number
  codeSide: number
  address: string[]
}

const lineHeight = ({ size, before }: Line) => before + size * LEADING
const heightOf = (lines: readonly Line[]) => lines.reduce((sum, line) => sum + lineHeight(line), 0)

/** The address to type, for whom has no camera, in lines that letters of 3 mm fill: the site, then which report. */
function addressLines(url: string): string[] {
  const [, where, id] = /^[a-z]+:\/\/(.*\/)([^/]+)$/.exec(url) ?? []
  return where && id ? [where, ...(id.match(/.{1,20}(?:-|$)/g) ?? [id])] : [url]
}

/** What stands under the photo, and how much height it needs: the name, signs, when and where, the code to scan. */
export function planWords(content: PosterWords, measure: Measure): WordsPlan {
  const beside = INNER - CODE_SIDE.most - GAP
  const name = content.name ? planName(content.name, { beside, across: INNER, measure }) : undefined
  const nameLines = (name?.lines ?? []).map(
    (words): Line => ({ words, size: name!.size, weight: 800, fill: INK, before: 0 }),
  )
  const codeTop = name?.across ? name.lines.length * name.size * NAME_LEADING + GAP : 0
  const fitted = (words: string, max: number, weight: LetterWeight) =>
    fitSize([words], { width: beside, max, weight, measure })
  const tail = [content.when, content.place ?? ''].filter(Boolean).map(
    (words, at): Line => ({
      ...{ words, size: fitted(words, TAIL_SIZE, 500), weight: 500, fill: SOFT },
      before: at === 0 ? BREAK : 0,
    }),
  )
  const phone = [content.phone ?? '']
    .filter(Boolean)
    .map(
      (words): Line => ({ words, size: fitted(words, PHONE_SIZE, 800), weight: 800, fill: INK, before: 0 }),
    )
  const beforeFacts = name?.across ? GAP : 0
  const named = name?.across ? 0 : heightOf(nameLines)
  const room = COLUMN_HEIGHT - named - heightOf(tail)
  const facts = fitFacts(content.facts, { room, width: beside, measure }).map(
    (line, at): Line => ({ ...line, weight: 500, fill: INK, before: at === 0 ? beforeFacts : 0 }),
  )
  const lines = [...nameLines, ...facts, ...tail, ...phone]
  const address = addressLines(content.url)
  const column = heightOf(lines) - codeTop
  const under = SCAN_ROOM + address.length * ADDRESS_LEADING
  const codeSide = Math.max(CODE_SIDE.least, Math.min(CODE_SIDE.most, column - under))
  return { name, lines, height: codeTop + Math.max(column, codeSide + under), codeTop, codeSide, address }
}

/** The largest letters at which all signs find room; at the smallest, as many lines as there is room for. */
function fitFacts(
  facts: string,
  { room, width, measure }: { room: number; width: number; measure: Measure },
): { words: string; size: number }[] {
  const set = (size: number, maxLines: number) =>
    wrapLines(facts, { size, width, weight: 500, maxLines, measure }).map((words) => ({ words, size }))
  const fitting = FACT_SIZES.map((size) => set(size, Number.POSITIVE_INFINITY)).find(
    (lines) => lines.reduce((sum, { size }) => sum + size * LEADING, 0) <= room,
  )
  const smallest = FACT_SIZES.at(-1)!
  return fitting ?? set(smallest, Math.max(1, Math.floor(room / (smallest * LEADING))))
}

export function drawWords(content: PosterWords, plan: WordsPlan, top: number, measure: Measure): string {
  let y = top
  const lines = plan.lines.map((line) => {
    y += lineHeight(line)
    const { words, size, weight, fill } = line
    return text(words, { x: MARGIN, y: y - size * 0.24, size, weight, fill })
  })
  return [...lines, drawCode(content, plan, top + plan.codeTop, measure)].join('')
}

/** The code to scan, and under it what to do with it and where it leads. */
function drawCode(content: PosterWords, { codeSide, address }: WordsPlan, top: number, measure: Measure) {
  const x = MARGIN + INNER - codeSide
  const centred = (words: string, max: number, weight: LetterWeight, y: number, fill: string) => {
    const size = fitSize([words], { width: codeSide, max, weight, measure })
    return text(words, { x: x + codeSide / 2, y, size, weight, fill, anchor: 'middle' })
  }
  const under = top + codeSide
  return [
    drawQr(content.url, x, top, codeSide),
    centred(content.scan, 64, 800, under + 72, INK),
    ...address.map((line, at) =>
      centred(line, ADDRESS_SIZE, 500, under + SCAN_ROOM + 28 + at * ADDRESS_LEADING, SOFT),
    ),
  ].join('')
}
