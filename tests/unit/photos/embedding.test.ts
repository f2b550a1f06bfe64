import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ConfigError } from '../../../api/config.ts'
import { loadOnnxEmbedder } from '../../../api/photos/embed-onnx.ts'
import { comparePhotos } from '../../../api/photos/features/compare-photos.ts'
import { cosineOf, packEmbedding } from '../../../api/photos/features/embedding.ts'
import type { PhotoFeatures } from '../../../api/photos/features/photo-features.ts'
import { meanColourModel } from './onnx-model.ts'

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'model-'))
})
afterAll(() => rm(folder, { recursive: true }))

async function write(name: string, bytes: Uint8Array | string): Promise<string> {
  const path = join(folder, name)
  await writeFile(path, bytes)
  return path
}

const plain = (background: string) =>
  sharp({ create: { width: 40, height: 30, channels: 3, background } })
    .webp({ lossless: true })
    .toBuffer()

describe('a model in a file', () => {
  it('gives the vector that its arithmetic says', async () => {
    const embedder = await loadOnnxEmbedder(await write('means.onnx', meanColourModel()))
    const vector = await embedder.embed(await plain('#ff8000'))
    const expected = [(1 - 0.485) / 0.229, (128 / 255 - 0.456) / 0.224, (0 - 0.406) / 0.225]
    expect(vector).toHaveLength(3)
    expected.forEach((value, channel) => {
      expect(vector[channel]).toBeCloseTo(value, 3)
    })
  })

  it('has a name that follows from its bytes', async () => {
    const [one, same] = await Promise.all([
      loadOnnxEmbedder(await write('one.onnx', meanColourModel())),
      loadOnnxEmbedder(await write('same.onnx', meanColourModel())),
    ])
    expect(one.model).toMatch(/^[\da-f]{16}$/)
    expect(same.model).toBe(one.model)
  })

  it('is refused by name when it is missing, no model or made for something else', async () => {
    const paths = [
      join(folder, 'missing.onnx'),
      await write('text.onnx', 'not a model'),
      await write('grey.onnx', meanColourModel(1)),
    ]
    for (const path of paths) {
      const error = await loadOnnxEmbedder(path).catch((reason: unknown) => reason)
      expect(error).toBeInstanceOf(ConfigError)
      expect((error as Error).message).toMatch(/^PHOTO_MODEL: /)
    }
  })
})

describe('vectors', () => {
  const vectors = fc.array(fc.float({ min: -10, max: 10, noNaN: true }), { minLength: 16, maxLength: 16 })

  it('keep their cosines in a byte a number', () => {
    fc.assert(
      fc.property(vectors, vectors, (one, other) => {
        const dot = (a: number[], b: number[]) => a.reduce((sum, value, i) => sum + value * b[i]!, 0)
        fc.pre(dot(one, one) > 0.01 && dot(other, other) > 0.01)
        const exact = dot(one, other) / Math.sqrt(dot(one, one) * dot(other, other))
        expect(cosineOf(packEmbedding('m', one), packEmbedding('m', other))).toBeCloseTo(exact, 1)
      }),
    )
  })

  it('of two models say nothing about each other', () => {
    expect(cosineOf(packEmbedding('one', [1, 0]), packEmbedding('other', [1, 0]))).toBeUndefined()
    expect(cosineOf(packEmbedding('one', [1, 0]), packEmbedding('one', [1, 0, 0]))).toBeUndefined()
    expect(cosineOf(packEmbedding('one', [0, 0]), packEmbedding('one', [1, 0]))).toBeUndefined()
  })

  it('take the place of palette and coat where both photos have one', () => {
    const photo = (perceptualHash: string, vector?: number[]): PhotoFeatures => ({
      thumbHash: '1QcSHQRnh493V4dIh4eXh1h4kJUI',
      perceptualHash,
      palette: [{ hex: '#804020', weight: 1 }],
      coat: { contrast: 0.2, edges: 0.3, texture: 0.1, stripes: 0.4, patches: 0.5 },
      embedding: vector && packEmbedding('m', vector),
    })
    const one = photo('0'.repeat(16), [1, 0.1])
    const ratioTo = (other: PhotoFeatures) => comparePhotos(one, other).likelihoodRatio
    const without = ratioTo(photo('f'.repeat(16)))
    expect(ratioTo(photo('f'.repeat(16), [1, 0.2]))).toBeGreaterThan(without)
    expect(ratioTo(photo('f'.repeat(16), [-0.1, 1]))).toBeLessThan(1)
    expect(without).toBeGreaterThan(1)
  })
})
