import type { Reason } from '../matching/model/types.ts'
import { recallCurve, reliabilityDiagram } from './charts.ts'
import type { Evaluation, Miss } from './evaluate.ts'
import type { RingCoverage, RingCoverages } from './ring-coverage.ts'

const MOST_MISSES = 25
const SHOWN_RIVALS = 2

const escapeHtml = (text: string) => text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`)

const percent = (value: number) => `${(value * 100).toFixed(1)} %`

/** ×12 or ÷10, as people are told. */
export const formatMultiplier = (multiplier: number): string => {
  const [sign, size] = multiplier >= 1 ? ['×', multiplier] : ['÷', 1 / multiplier]
  return sign + (size >= 10 ? Math.round(size).toLocaleString('en') : size.toFixed(1))
}

function describeReason({ factor, multiplier, relation, values, distanceM, days }: Reason): string {
  const details = [
    distanceM === undefined ? undefined : `${distanceM.toLocaleString('en')} m`,
    days === undefined ? undefined : `${days} d`,
    relation,
    values?.length ? values.join(', ') : undefined,
  ].filter((detail) => detail !== undefined)
  const kind = multiplier >= 1 ? 'for' : 'against'
  const words = [factor.replace('_', ' '), ...details].join(' · ')
  return `<li class="${kind}">${escapeHtml(words)} <b>${formatMultiplier(multiplier)}</b></li>`
}

function describeMiss({ query, rank, ranking }: Miss): string {
  const place = (isTrue: boolean) => (isTrue ? 'true' : 'ranked above')
  const rows = ranking.matches
    .map((match, at) => ({ match, at, isTrue: query.trueIds.has(match.candidate.id) }))
    .filter(({ at, isTrue }) => isTrue || at < SHOWN_RIVALS)
    .map(
      ({ match, at, isTrue }) =>
        `<tr class="${isTrue ? 'true' : ''}"><td>${at + 1}</td><td>${place(isTrue)}</td>
        <td>${percent(match.probability)}</td><td><ul>${match.reasons.map(describeReason).join('')}</ul></td></tr>`,
    )
  const where = Number.isFinite(rank) ? `at ${rank}` : 'not among the candidates'
  return `<details><summary><b>${escapeHtml(query.externalId)}</b> true one ${where}</summary>
    <table><thead><tr><th>rank</th><th></th><th>P</th><th>reasons</th></tr></thead>${rows.join('')}</table></details>`
}

const tile = (name: string, value: string, note = '') =>
  `<div class="tile"><span>${name}</span><b>${value}</b><small>${note}</small></div>`

const STYLE = `
:root { color-scheme: light dark; --ink: light-dark(#22262b, #e8e6e1); --paper: light-dark(#fbfaf7, #17191c);
  --line: light-dark(#d9d5cc, #3a3f45); --soft: light-dark(#6b7078, #a0a5ab); --one: light-dark(#0b6e6e, #4fc3c0);
  --two: light-dark(#b4541a, #f0a168); --three: light-dark(#6a5acd, #a99cf5); --bad: light-dark(#a3282a, #f08a86) }
body { margin: 2rem auto; padding: 0 1rem; max-width: 72rem; font: 16px/1.5 system-ui, sans-serif;
  color: var(--ink); background: var(--paper) }
h1 { font-size: 1.6rem } h2 { font-size: 1.15rem; margin-top: 2.5rem }
.tiles { display: grid; grid-template-columns: repeat(auto-fit, minmax(9rem, 1fr)); gap: .75rem }
.tile { border: 1px solid var(--line); border-radius: .6rem; padding: .6rem .8rem; display: grid }
.tile span, .tile small { color: var(--soft); font-size: .85rem } .tile b { font-size: 1.5rem; line-height: 1.2 }
.charts { display: grid; grid-template-columns: repeat(auto-fit, minmax(22rem, 1fr)); gap: 2rem }
figure { margin: 0 } figcaption { color: var(--soft); font-size: .9rem }
svg { width: 100%; height: auto; overflow: visible } svg text { fill: var(--soft); font-size: 12px }
.axis { stroke: var(--line); fill: none } .curve { fill: none; stroke-width: 2.5 }
.curve.one { stroke: var(--one) } .curve.two { stroke: var(--two) } .curve.three { stroke: var(--three) }
.band { fill: var(--one); opacity: .14; stroke: none } .dot { fill: var(--one); stroke: none }
.dashed { stroke-dasharray: 5 5 } svg text.one { fill: var(--one) } svg text.two { fill: var(--two) }
svg text.three { fill: var(--three) }
details { border-top: 1px solid var(--line); padding: .4rem 0 } summary { cursor: pointer }
table { width: 100%; border-collapse: collapse; font-size: .9rem } td, th { text-align: left; padding: .3rem .6rem .3rem 0;
  vertical-align: top } th { color: var(--soft); font-weight: normal } tr.true { font-weight: 600 }
ul { display: flex; flex-wrap: wrap; gap: .15rem .9rem; margin: 0; padding: 0; list-style: none; font-weight: normal }
.for b { color: var(--one) } .against b { color: var(--bad) }`

const ringShares = (rings: RingCoverage) =>
  `${percent(rings[50])}, ${percent(rings[75])} and ${percent(rings[95])}`

/** The evaluation as one page that needs nothing else: charts, figures, and the worst misses with their reasons. */
export function renderHtml(evaluation: Evaluation, asShown: Evaluation, rings: RingCoverages): string {
  const { scores, intervals, withoutTime, msPerQuery } = evaluation
  const range = ([low, high]: readonly [number, number]) => `${percent(low)} – ${percent(high)}`
  const missed = evaluation.misses.slice(0, MOST_MISSES)
  return `<!doctype html>
<html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>How well matching works</title><style>${STYLE}</style>
<h1>How well matching works</h1>
<p>${evaluation.queries} lost reports, each asked for 60 days after its loss, with a median of
${evaluation.medianCandidates} candidates.</p>
<div class="tiles">
${tile('first is the true one', percent(scores.recall['1']), range(intervals.recall['1']))}
${tile('among the first 5', percent(scores.recall['5']), range(intervals.recall['5']))}
${tile('among the first 10', percent(scores.recall['10']), range(intervals.recall['10']))}
${tile('first, without time', percent(withoutTime.recall['1']))}
${tile('first, as shown', percent(asShown.scores.recall['1']), 'places at public points')}
${tile('calibration error', evaluation.ece.toFixed(3), 'of the first candidate')}
${tile('“none of these”', percent(evaluation.noneOfThese), 'when it is the truth')}
${tile('a query', `${msPerQuery.p50.toFixed(0)} ms`, `${msPerQuery.p95.toFixed(0)} ms at 95 %`)}
</div>
<h2>Charts</h2>
<div class="charts">
<figure>${recallCurve(evaluation)}<figcaption>Share of lost reports whose true one is among the first so many; the band is
the 95 % bootstrap interval.</figcaption></figure>
<figure>${reliabilityDiagram(evaluation.calibration)}<figcaption>What the first candidate's probability said, and how often it
was a true one. Dots on the diagonal keep their word; their size is the number of lists.</figcaption></figure>
</div>
<p>Search rings of 50, 75 and 95 %, as shown to authors, hold ${ringShares(rings.asShown)} of finds. Allowing for the error
of the finds' own pins: ${ringShares(rings.allowingForPins)}.</p>
<h2>Worst misses</h2>
${missed.map(describeMiss).join('\n') || '<p>None: every true one stands first.</p>'}
</html>
`
}
