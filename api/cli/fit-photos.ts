import { readFile, writeFile } from 'node:fs/promises'
import { parseArgs } from 'node:util'
import { UsageError } from '../explain-fault.ts'
import { judgeDistances, type LikelihoodTable } from '../photos/features/compare-photos.ts'
import { fitLikelihood, type LabelledPair, logLoss } from '../photos/fitting/fit-likelihood.ts'
import { pairPhotos, photographLooks } from '../photos/fitting/photograph-looks.ts'
import { sampleLooks } from '../photos/fitting/sample-looks.ts'
import { runCommand } from './command.ts'

const TABLE = new URL('../photos/features/likelihood.data.json', import.meta.url)
const SHOTS = 3
const STRANGERS = 4
const SEED = 'fit-photos'

/**
 * Drawn animals are drawn by one hand and say more than photographs do: half of what they teach is believed,
 * until verdicts on real pairs can replace them.
 */
const TRUST = 0.5

const HELP = `npm run fit:photos -- [--animals N] [--dry-run]
Fits the photo likelihood ratios on drawn animals (N of each species, 200 if left out) and writes the table.`

await runCommand(async (args) => {
  const { values } = parseArgs({
    args,
    options: { animals: { type: 'string' }, 'dry-run': { type: 'boolean' }, help: { type: 'boolean' } },
  })
  const say = (line: string) => process.stdout.write(`${line}\n`)
  if (values.help) {
    say(HELP)
    return 0
  }
  const animals = Number(values.animals ?? 200)
  if (!Number.isInteger(animals) || animals < 20)
    throw new UsageError(`--animals: a whole number from 20\n${HELP}`)
  const fitted = await drawPairs(animals, `${SEED}/fit`)
  const held = await drawPairs(animals, `${SEED}/held-out`)
  const before = JSON.parse(await readFile(TABLE, 'utf8')) as LikelihoodTable
  const after = fitLikelihood(fitted, { trust: TRUST })
  const losses = [before, after].map((table) => lossOf(held, table))
  const full = fitLikelihood(fitted, { trust: 1 })
  say(`${fitted.length} pairs to fit on, ${held.length} held out, of other animals`)
  say(
    `held-out log-loss at even odds: a coin ${Math.LN2.toFixed(3)}, before ${losses[0]!.toFixed(3)}, after ${losses[1]!.toFixed(3)}`,
  )
  say(
    `(${lossOf(held, full).toFixed(3)} if drawings were believed in full; ratios are kept at their power of ${TRUST})`,
  )
  say(
    `weights: ${Object.entries(after.weights)
      .map(([name, weight]) => `${name} ${weight}`)
      .join(', ')}`,
  )
  for (const { similarity, likelihoodRatio } of after.points)
    say(`similarity ${similarity}: × ${likelihoodRatio}`)
  if (!values['dry-run']) {
    await writeFile(TABLE, `${JSON.stringify(after, undefined, 2)}\n`)
    say('written to api/photos/features/likelihood.data.json')
  }
  return 0
})

async function drawPairs(animals: number, seed: string): Promise<LabelledPair[]> {
  const pairs: LabelledPair[] = []
  for (const species of ['dog', 'cat'] as const) {
    let done = 0
    const showProgress = () => {
      done += 1
      process.stderr.write(`\r${seed}: ${done} of ${animals} ${species}s photographed`)
    }
    const photos = await photographLooks(sampleLooks(species, animals, seed), SHOTS, showProgress)
    process.stderr.write('\n')
    pairs.push(...pairPhotos(photos, STRANGERS, `${seed}/${species}`))
  }
  return pairs
}

function lossOf(pairs: readonly LabelledPair[], table: LikelihoodTable): number {
  return logLoss(
    pairs.map(({ distances, same }) => ({ ratio: judgeDistances(distances, table).likelihoodRatio, same })),
  )
}
