import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import type { InferenceSession } from 'onnxruntime-web'
import pLimit from 'p-limit'
import sharp from 'sharp'
import { ConfigError } from '../config.ts'
import type { PhotoEmbedder } from './ports.ts'

type Runtime = typeof import('onnxruntime-web')

/** What image models take where their file leaves it open. */
const USUAL_SIDE_PX = 224
/** Mean and spread of ImageNet's channels, which image models are trained with. */
const MEAN = [0.485, 0.456, 0.406]
const SPREAD = [0.229, 0.224, 0.225]

/**
 * An embedding model: one input of shape [1, 3, height, width], its first output the vector.
 * @throws ConfigError if the file is not such a model
 */
export async function loadOnnxEmbedder(path: string): Promise<PhotoEmbedder> {
  const bytes = await readFile(path).catch(() => {
    throw new ConfigError(`PHOTO_MODEL: ${path} cannot be read`)
  })
  const runtime = await loadRuntime()
  const session = await runtime.InferenceSession.create(bytes).catch(() => {
    throw new ConfigError(`PHOTO_MODEL: ${path} is not a model that ONNX Runtime can load`)
  })
  const { name, width, height } = inputOf(session)
  const embed = async (webp: Uint8Array): Promise<Float32Array> => {
    const pixels = await toPlanes(webp, width, height)
    const outputs = await session.run({
      [name]: new runtime.Tensor('float32', pixels, [1, 3, height, width]),
    })
    const vector = outputs[session.outputNames[0]!]?.data
    if (!(vector instanceof Float32Array) || !vector.every(Number.isFinite)) {
      throw new Error('the model gave no vector of finite numbers')
    }
    return vector
  }
  // A model fills all cores by itself.
  const limit = pLimit(1)
  return {
    model: createHash('sha256').update(bytes).digest('hex').slice(0, 16),
    embed: (webp) => limit(() => embed(webp)),
  }
}

/** The native runtime where somebody installed it (it is large and fetches files of its own), else WebAssembly. */
async function loadRuntime(): Promise<Runtime> {
  for (const name of ['onnxruntime-node', 'onnxruntime-web']) {
    const runtime = await import(name).catch(() => undefined)
    if (runtime) return runtime as Runtime
  }
  throw new ConfigError('PHOTO_MODEL: needs a runtime: npm install onnxruntime-web, or onnxruntime-node')
}

function inputOf(session: InferenceSession): { name: string; width: number; height: number } {
  const [input] = session.inputMetadata
  const shape = input?.isTensor ? input.shape : []
  const [, channels, height, width] = shape
  if (!input || shape.length !== 4 || (typeof channels === 'number' && channels !== 3)) {
    throw new ConfigError('PHOTO_MODEL: the model must take one picture as [1, 3, height, width]')
  }
  const side = (value: unknown) => (typeof value === 'number' && value > 0 ? value : USUAL_SIDE_PX)
  return { name: input.name, width: side(width), height: side(height) }
}

/** The middle of the picture, all reds first, then greens, then blues, as models are fed. */
async function toPlanes(webp: Uint8Array, width: number, height: number): Promise<Float32Array> {
  const pixels = await sharp(webp).resize({ width, height, fit: 'cover' }).removeAlpha().raw().toBuffer()
  const count = width * height
  return Float32Array.from({ length: 3 * count }, (_, i) => {
    const channel = Math.floor(i / count)
    return (pixels[(i % count) * 3 + channel]! / 255 - MEAN[channel]!) / SPREAD[channel]!
  })
}
