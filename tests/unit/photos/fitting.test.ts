import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  comparePhotos,
  judgeDistances,
  type LikelihoodTable,
  PHOTO_DISTANCES,
  photoDistances,
} from '../../../api/photos/features/compare-photos.ts'
import type { PhotoFeatures } from '../../../api/photos/features/photo-features.ts'
import { fitLikelihood, type LabelledPair, logLoss } from '../../../api/photos/fitting/fit-likelihood.ts'
import { pairPhotos, photographLooks } from '../../../api/photos/fitting/photograph-looks.ts'
import { sampleLooks } from '../../../api/photos/fitting/sample-looks.ts'

const stored = JSON.parse(
  readFileSync(new URL('../../../api/photos/features/likelihood.data.json', import.meta.url), 'utf8'),
) as LikelihoodTable

/** Pairs whose colour distance tells them apart and whose other distances tell nothing. */
function pairsByColour(count: number): LabelledPair[] {
  return Array.from({ length: count }, (_, i) => {
    const same = i % 3 === 0
    const noise = ((i * 7919) % 100) / 100
    const distances = Object.fromEntries(
      PHOTO_DISTANCES.map((name) => [
        name,
        name === 'colour' ? (same ? 0.4 : 0.6) * noise + (same ? 0 : 0.4) : noise,
      ]),
    ) as LabelledPair['distances']
    return { distances, same }
  })
}

const lossOf = (pairs: LabelledPair[], table: LikelihoodTable) =>
  logLoss(
    pairs.map(({ distances, same }) => ({ ratio: judgeDistances(distances, table).likelihoodRatio, same })),
  )

describe('fitting', () => {
  it('finds the distance that tells, and leaves the others alone', () => {
    const { weights } = fitLikelihood(pairsByColour(600), { trust: 1 })
    for (const name of PHOTO_DISTANCES.slice(1)) expect(weights.colour).toBeGreaterThan(5 * weights[name])
  })

  it('gives ratios that rise with similarity and stay near 1 where little is believed', () => {
    const pairs = pairsByColour(600)
    const full = fitLikelihood(pairs, { trust: 1 }).points
    const half = fitLikelihood(pairs, { trust: 0.5 }).points
    full.forEach(({ likelihoodRatio }, i) => {
      expect(likelihoodRatio).toBeGreaterThan(full[i - 1]?.likelihoodRatio ?? 0)
      expect(half[i]!.likelihoodRatio ** 2 / likelihoodRatio).toBeCloseTo(1, 1)
    })
  })

  it('beats a coin on pairs that it has not seen', () => {
    const pairs = pairsByColour(900)
    expect(lossOf(pairs.slice(600), fitLikelihood(pairs.slice(0, 600), { trust: 1 }))).toBeLessThan(0.5)
  })
})

describe('the stored table', () => {
  it('is the one that comparing uses', () => {
    const features = (hash: string, hex: string): PhotoFeatures => ({
      thumbHash: '1QcSHQRnh493V4dIh4eXh1h4kJUI',
      perceptualHash: hash,
      palette: [{ hex, weight: 1 }],
      coat: { contrast: 0.2, edges: 0.3, texture: 0.1, stripes: 0.4, patches: 0.5 },
    })
    const [one, other] = [features('0'.repeat(16), '#804020'), features('f'.repeat(16), '#6a4a38')]
    expect(comparePhotos(one, other)).toEqual(judgeDistances(photoDistances(one, other), stored))
  })

  it('rises in both columns, within what photos may say', () => {
    stored.points.forEach(({ similarity, likelihoodRatio }, i) => {
      expect(similarity).toBeGreaterThan(stored.points[i - 1]?.similarity ?? 0)
      expect(likelihoodRatio).toBeGreaterThan(stored.points[i - 1]?.likelihoodRatio ?? 0.05)
    })
    expect(stored.points.at(-1)?.likelihoodRatio).toBeLessThan(200)
  })

  it('never rates a pair higher for being farther apart', () => {
    const share = fc.double({ min: 0, max: 1, noNaN: true })
    const distances = fc.record(Object.fromEntries(PHOTO_DISTANCES.map((name) => [name, share])))
    fc.assert(
      fc.property(distances, fc.constantFrom(...PHOTO_DISTANCES), share, (near, name, more) => {
        const far = { ...near, [name]: Math.min(1, near[name]! + more) }
        const ratio = (d: typeof near) =>
          judgeDistances(d as LabelledPair['distances'], stored).likelihoodRatio
        expect(ratio(far)).toBeLessThanOrEqual(ratio(near) + 1e-12)
      }),
    )
  })

  it('tells drawn animals apart that it was not fitted on', async () => {
    const photos = await photographLooks(sampleLooks('cat', 12, 'unseen'), 2, () => {})
    expect(lossOf(pairPhotos(photos, 6, 'unseen'), stored)).toBeLessThan(Math.LN2)
  })
})
