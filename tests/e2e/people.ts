import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import sharp from 'sharp'
import { drawScene } from '../../api/domain/drawing/draw-scene.ts'
import type { PetLook } from '../../api/domain/drawing/types.ts'
import type { Resolution } from '../../api/domain/vocabulary.ts'
import type { ReportBody, ReportFeature } from '../../api/reports/schema.ts'

export type Spot = { lng: number; lat: number }
export type Posted = { id: string; token: string; report: ReportFeature }

const HOUR_MS = 3_600_000

export const hoursAgo = (hours: number) => new Date(Date.now() - hours * HOUR_MS).toISOString()

/** So many metres east of a spot, well enough for a few kilometres. */
export function eastOf({ lng, lat }: Spot, metres: number): Spot {
  return { lng: lng + metres / (111_320 * Math.cos((lat * Math.PI) / 180)), lat }
}

type Service = { baseUrl: string; outbox: string }

/** What other people do from elsewhere, and what their letters say; `service` is asked when somebody acts. */
export function peopleOf(service: () => Service) {
  async function call(path: string, init: RequestInit, status: number): Promise<Response> {
    const response = await fetch(`${service().baseUrl}${path}`, init)
    if (response.status !== status) throw new Error(`${path}: ${response.status} ${await response.text()}`)
    return response
  }

  const sendJson = (path: string, body: unknown, status: number, token?: string) => {
    const headers = {
      'Content-Type': 'application/json',
      ...(token ? { Authorization: `Bearer ${token}` } : {}),
    }
    return call(path, { method: 'POST', headers, body: JSON.stringify(body) }, status)
  }

  return {
    async post(body: Partial<ReportBody> & { location: Spot }): Promise<Posted> {
      const whole = { kind: 'lost', species: 'dog', occurredAt: hoursAgo(20), ...body }
      const { report, manageToken } = (await (await sendJson('/api/reports', whole, 201)).json()) as {
        report: ReportFeature
        manageToken: string
      }
      return { id: report.id, token: manageToken, report }
    },

    async attachPhoto({ id, token }: Posted, photo: Buffer): Promise<void> {
      const form = new FormData()
      form.append('photo', new Blob([new Uint8Array(photo)], { type: 'image/jpeg' }), 'photo.jpg')
      const headers = { Authorization: `Bearer ${token}` }
      await call(`/api/reports/${id}/photos`, { method: 'POST', headers, body: form }, 201)
    },

    async readReport(id: string): Promise<ReportFeature> {
      return (await (await call(`/api/reports/${id}`, {}, 200)).json()) as ReportFeature
    },

    resolve: ({ id, token }: Posted, resolution: Resolution) =>
      sendJson(`/api/reports/${id}/resolve`, { resolution }, 200, token),

    writeToAuthor: (id: string, text: string, replyTo: string) =>
      sendJson(`/api/reports/${id}/messages`, { text, replyTo }, 202),

    /** Every report within five kilometres of a spot, as a stranger's list has them. */
    async reportsAround({ lng, lat }: Spot): Promise<ReportFeature[]> {
      const response = await call(`/api/reports?near=${lng},${lat}&radiusM=5000`, {}, 200)
      return ((await response.json()) as { features: ReportFeature[] }).features
    },

    /** The mail with these words to this address, if it is in the outbox folder by now; its headers and decoded text. */
    async findMail(address: string, words: string): Promise<string | undefined> {
      const isIt = (mail: string) => new RegExp(`^To: .*${address}`, 'm').test(mail) && mail.includes(words)
      return (await readOutbox(service().outbox)).find(isIt)
    },
  }
}

/** Where a photo says it was taken, and when (in the device's own zone, as cameras write it). */
export type Taken = { at: Spot; when: Date }

const dms = (degrees: number) => {
  const minutes = (degrees % 1) * 60
  return `${Math.trunc(degrees)}/1 ${Math.trunc(minutes)}/1 ${Math.round((minutes % 1) * 60_000)}/1000`
}

const exifTime = (when: Date) =>
  `${when.toISOString().slice(0, 10).replaceAll('-', ':')} ${when.toISOString().slice(11, 19)}`

/** A drawn animal as a JPEG; `taken` writes place and time into it, as a phone does. */
export async function takePhoto(look: PetLook, seed: string, taken?: Taken): Promise<Buffer> {
  const picture = sharp(Buffer.from(drawScene(look, { place: 'park', seed })))
    .resize(900)
    .jpeg()
  if (!taken) return picture.toBuffer()
  return picture
    .withExif({
      IFD2: { DateTimeOriginal: exifTime(taken.when), OffsetTimeOriginal: '+00:00' },
      IFD3: {
        ...{ GPSLatitudeRef: 'N', GPSLatitude: dms(taken.at.lat) },
        ...{ GPSLongitudeRef: 'E', GPSLongitude: dms(taken.at.lng) },
      },
    })
    .toBuffer()
}

/** The link in a letter of the relay: its token stands in the fragment, which no server ever hears. */
export function replyLinkIn(mail: string): string {
  const link = /https?:\/\/\S+\/reply#\S+/.exec(mail)?.[0]
  if (!link) throw new Error(`No link to answer in this mail: ${mail}`)
  return link
}

async function readOutbox(folder: string): Promise<string[]> {
  const files = await readdir(folder).catch(() => [])
  const mails = files.filter((name) => name.endsWith('.eml'))
  return Promise.all(mails.map(async (name) => decodeMail(await readFile(join(folder, name), 'utf8'))))
}

function decodeMail(raw: string): string {
  const [head = '', ...rest] = raw.split('\r\n\r\n')
  const body = rest.join('\r\n\r\n')
  if (/^Content-Transfer-Encoding: base64/im.test(head)) {
    return `${head}\n\n${Buffer.from(body, 'base64').toString('utf8')}`
  }
  const bytes = body
    .replace(/=\r\n/g, '')
    .replace(/=([\dA-F]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
  const quoted = /^Content-Transfer-Encoding: quoted-printable/im.test(head)
  return `${head}\n\n${quoted ? Buffer.from(bytes, 'latin1').toString('utf8') : body}`
}
