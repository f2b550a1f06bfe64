import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import sharp from 'sharp'
import { PHOTO_SIDES_PX } from '../../../api/domain/photo-sizes.ts'
import { WEBP_QUALITY } from '../../../api/photos/limits.ts'
import type { Engine } from '../engine.ts'
import { createRandom, makeReport } from '../seed.ts'
import { answerOf, ask, postReport } from './ask.ts'
import type { Operation } from './operation.ts'

/** Floor: bare sharp from the same bytes to the same three files, nothing stored and nothing measured in them. */
export async function uploadOperation(engine: Engine, photo: Buffer): Promise<Operation> {
  const { clock } = engine.deps
  let uploads = 0
  let report = postReport(engine, makeReport(createRandom(5), clock()))
  return {
    name: 'add a photo (12 MP)',
    product: async () => {
      uploads += 1
      if (uploads % 6 === 0) report = postReport(engine, makeReport(createRandom(uploads), clock()))
      await addPhoto(engine, await report, photo, uploads)
    },
    floor: async () => {
      const side = PHOTO_SIDES_PX.full
      const { data, info } = await sharp(photo)
        .autoOrient()
        .resize({ width: side, height: side, fit: 'inside', withoutEnlargement: true })
        .raw()
        .toBuffer({ resolveWithObject: true })
      const raw = { width: info.width, height: info.height, channels: info.channels }
      await Promise.all(
        (['thumb', 'card', 'full'] as const).map((size) =>
          sharp(data, { raw })
            .resize({ width: PHOTO_SIDES_PX[size], height: PHOTO_SIDES_PX[size], fit: 'inside' })
            .webp({ quality: WEBP_QUALITY[size] })
            .toBuffer(),
        ),
      )
    },
  }
}

/** Floor: the file read from disk. */
export async function pictureOperation(engine: Engine, photo: Buffer): Promise<Operation> {
  const report = await postReport(engine, makeReport(createRandom(6), engine.deps.clock()))
  const id = await addPhoto(engine, report, photo, 0)
  const file = join(engine.photoFolder, id.slice(0, 2), id, 'card.webp')
  return {
    name: 'serve a photo (card)',
    product: () => answerOf(engine, `/photos/${id}/card.webp`),
    floor: () => readFile(file),
  }
}

/** A tail of its own makes another photo of the same picture: the same bytes again would be recognised. */
async function addPhoto(
  engine: Engine,
  report: { id: string; token: string },
  photo: Buffer,
  number: number,
): Promise<string> {
  const body = new FormData()
  body.set('photo', new File([new Uint8Array(photo), `number ${number}`], 'photo.jpg'))
  const headers = { Authorization: `Bearer ${report.token}` }
  const response = await ask(engine, `/api/reports/${report.id}/photos`, { method: 'POST', headers, body })
  return ((await response.json()) as { photo: { id: string } }).photo.id
}
