import type { Evaluation } from './evaluate.ts'
import { bootstrapRecall, type CalibrationBin } from './metrics.ts'

const SIDE = 360
const LEFT = 34
const BOTTOM = 24
const MOST_RANK = 20

const shareAtMost = (ranks: readonly number[], cut: number) =>
  ranks.length === 0 ? 0 : ranks.filter((rank) => rank <= cut).length / ranks.length

const px = (value: number) => value.toFixed(1)
const yOf = (share: number) => px(SIDE * (1 - share))

function frame(
  xLabels: readonly (readonly [at: number, text: string])[],
  content: string,
  title: string,
): string {
  const lines = [0, 0.25, 0.5, 0.75, 1].map(
    (share) => `<line class="axis" x1="0" x2="${SIDE}" y1="${yOf(share)}" y2="${yOf(share)}"/>
    <text x="-8" y="${yOf(share)}" text-anchor="end" dominant-baseline="middle">${share * 100}</text>`,
  )
  const labels = xLabels.map(
    ([at, text]) => `<text x="${px(at)}" y="${SIDE + 18}" text-anchor="middle">${text}</text>`,
  )
  return `<svg viewBox="${-LEFT} -10 ${SIDE + LEFT + 12} ${SIDE + BOTTOM + 14}" role="img" aria-label="${title}">
    ${lines.join('')}${labels.join('')}${content}</svg>`
}

/** `labelAt`: the rank under which its name stands; curves that come near each other are named apart. */
type Curve = { name: string; style: string; labelAt: number; ranks: readonly number[] }

/** Recall against the number of candidates looked at, 1 to 20, with the interval of our own curve. */
export function recallCurve({ ranks, untimedRanks, baselineRanks }: Evaluation): string {
  const xOf = (cut: number) => ((cut - 1) / (MOST_RANK - 1)) * SIDE
  const curves: Curve[] = [
    { name: 'nearest first', style: 'three', labelAt: 12, ranks: baselineRanks.nearest },
    { name: 'radius and points', style: 'two', labelAt: 12, ranks: baselineRanks.radiusPoints },
    { name: 'without time', style: 'one dashed', labelAt: 15, ranks: untimedRanks },
    { name: 'Homeward', style: 'one', labelAt: 4, ranks },
  ]
  const drawn = curves.map(({ name, style, labelAt, ranks: own }) => {
    const points = Array.from({ length: MOST_RANK }, (_, at) => {
      const cut = at + 1
      return `${px(xOf(cut))},${yOf(shareAtMost(own, cut))}`
    })
    const label = `<text class="${style}" x="${px(xOf(labelAt))}" y="${Number(yOf(shareAtMost(own, labelAt))) + 15}">${name}</text>`
    return `<polyline class="curve ${style}" points="${points.join(' ')}"/>${label}`
  })
  const cuts = Array.from({ length: MOST_RANK }, (_, at) => at + 1)
  const bounds = cuts.map((cut) => ({ x: px(xOf(cut)), interval: bootstrapRecall(ranks, cut) }))
  const lower = bounds.map(({ x, interval }) => `${x},${yOf(interval[0])}`).reverse()
  const upper = bounds.map(({ x, interval }) => `${x},${yOf(interval[1])}`)
  const band = `<polygon class="band" points="${[...upper, ...lower].join(' ')}"/>`
  return frame(
    [1, 5, 10, 15, 20].map((cut) => [xOf(cut), String(cut)] as const),
    band + drawn.join(''),
    'Recall curve',
  )
}

/** Predicted against seen, one dot a bin, its area by the number of lists. */
export function reliabilityDiagram(table: readonly CalibrationBin[]): string {
  const most = Math.max(1, ...table.map((bin) => bin.count))
  const dots = table
    .filter((bin) => bin.count > 0)
    .map(({ predicted, seen, count }) => {
      const radius = 3 + 11 * Math.sqrt(count / most)
      const title = `<title>${count} lists: predicted ${predicted.toFixed(2)}, seen ${seen.toFixed(2)}</title>`
      return `<circle class="dot" cx="${px(predicted * SIDE)}" cy="${yOf(seen)}" r="${px(radius)}">${title}</circle>`
    })
  const diagonal = `<line class="axis dashed" x1="0" y1="${SIDE}" x2="${SIDE}" y2="0"/>`
  return frame(
    [0, 0.25, 0.5, 0.75, 1].map((share) => [share * SIDE, String(share * 100)] as const),
    diagonal + dots.join(''),
    'Reliability diagram',
  )
}
