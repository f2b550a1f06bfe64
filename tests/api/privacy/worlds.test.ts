import fc from 'fast-check'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { LngLat } from '../../../api/domain/geo/lng-lat.ts'
import type { ReportBody } from '../../../api/reports/schema.ts'
import { foundDog, lostDog, type Posted, post } from '../../factories.ts'
import { createTestApp, type TestApp } from '../../setup/app.ts'
import { petPicture } from '../../unit/photos/pictures.ts'
import { metresBetween, neighbours, publicCentre, tileAround } from './places.ts'
import { look, pathsOfReport, type Sight, TILE_ZOOMS } from './stranger.ts'

/*
 * Two worlds that differ in one author's secrets only. Whatever a stranger does, with as many reports of their own
 * as they like, both must answer byte for byte alike: then nothing is left to measure a home with.
 */

type Secrets = Pick<ReportBody, 'location' | 'contact' | 'marks' | 'microchip' | 'brand' | 'externalId'>

let picture: Buffer
beforeEach(async () => {
  picture = await petPicture(200, 150).jpeg().toBuffer()
})
afterEach(() => {
  vi.restoreAllMocks()
})

/** The same ids in the same order in every world, so that answers can be compared as text. */
function numberIds(): void {
  let count = 0
  vi.spyOn(crypto, 'randomUUID').mockImplementation(() => {
    count += 1
    return `00000000-0000-4000-8000-${count.toString(16).padStart(12, '0')}`
  })
}

async function sightsOf(victim: Partial<ReportBody>, secrets: Secrets, probes: LngLat[]): Promise<Sight[]> {
  const app = await createTestApp()
  numberIds()
  const home = await post(app, foundDog({ ...victim, ...secrets }))
  await addPhoto(app, home)
  const spies = await postSpies(app, victim, probes)
  await app.runJobs()
  const sights = [
    ...(await browse(app, home, probes)),
    ...(await searchForSecrets(app)),
    ...(await askAsSpies(app, home, spies)),
    ...(await writeTo(app, home)),
  ]
  return [...sights, ...mailsAndLogs(app, secrets)]
}

async function addPhoto(app: TestApp, report: Posted): Promise<void> {
  const body = new FormData()
  body.set('photo', new File([new Uint8Array(picture)], 'home.jpg'))
  const headers = { Authorization: `Bearer ${report.token}` }
  const response = await app.request(`/api/reports/${report.id}/photos`, { method: 'POST', body, headers })
  expect(response.status).toBe(201)
}

/** Counterparts of the spy's own, at exact places all round, so that matching has much to give away. */
async function postSpies(app: TestApp, victim: Partial<ReportBody>, probes: LngLat[]): Promise<Posted[]> {
  const spies: Posted[] = []
  for (const [index, place] of probes.entries()) {
    const counterpart = victim.kind === 'lost' ? foundDog : lostDog
    const body = counterpart({
      species: victim.species ?? 'dog',
      location: { ...place, accuracyM: 5 },
      locationPrivacy: 'exact',
      occurredAt: `2026-11-20T0${index}:00:00Z`,
      marks: [{ part: 'ear', side: 'left', type: 'notch', visibility: 'public' }],
      contact: { email: `spy${index}@example.net` },
    })
    spies.push(await post(app, body))
  }
  return spies
}

/** Lists by distance and box, and tiles, with borders drawn through and closely round both possible homes. */
async function browse(app: TestApp, home: Posted, probes: LngLat[]): Promise<Sight[]> {
  const paths = await pathsOfReport(app, home.id)
  for (const from of probes) {
    paths.push(`/api/reports?near=${from.lng},${from.lat}`)
    for (const to of probes) {
      const radiusM = Math.max(1, Math.round(metresBetween(from, to)))
      for (const step of [0, 1, 2]) {
        paths.push(
          `/api/reports?near=${from.lng},${from.lat}&radiusM=${radiusM + step}&kind=${home.report.properties.kind}`,
        )
      }
    }
    const west = (from.lng - 0.0002).toFixed(6)
    const north = (from.lat + 0.0002).toFixed(6)
    paths.push(`/api/reports?bbox=-180,-90,${from.lng},${from.lat}`)
    paths.push(`/api/reports?bbox=${west},${from.lat},${from.lng},${north}`)
    for (const zoom of TILE_ZOOMS) {
      const { z, x, y } = tileAround(from, zoom)
      paths.push(`/tiles/${z}/${x}/${y}.mvt?kind=${home.report.properties.kind}`)
    }
  }
  const sights: Sight[] = []
  for (const path of paths) sights.push(await look(app, path))
  return sights
}

/** Words of either world's secrets, typed into the search box. */
async function searchForSecrets(app: TestApp): Promise<Sight[]> {
  const words = [
    'ivan@home.example',
    'olga',
    '5550001',
    '643094100123456',
    'BRAND77',
    'shelf-1',
    'scar',
    'lump',
  ]
  const sights: Sight[] = []
  for (const word of words) sights.push(await look(app, `/api/reports?q=${encodeURIComponent(word)}`))
  return sights
}

/** What the spy's own tokens open, on their reports and on the one they are after. */
async function askAsSpies(app: TestApp, home: Posted, spies: readonly Posted[]): Promise<Sight[]> {
  const sights: Sight[] = []
  for (const spy of spies) {
    for (const path of await pathsOfReport(app, spy.id)) {
      sights.push(await look(app, path, { token: spy.token }))
      sights.push(await look(app, path))
    }
    for (const path of await pathsOfReport(app, home.id))
      sights.push(await look(app, path, { token: spy.token }))
    const verdict = { method: 'PUT', token: spy.token, body: { verdict: 'unsure' } }
    sights.push(await look(app, `/api/reports/${spy.id}/matches/${home.id}`, verdict))
  }
  return sights
}

async function writeTo(app: TestApp, home: Posted): Promise<Sight[]> {
  const body = { text: 'Where exactly?', replyTo: 'spy@example.net' }
  const sent = await look(app, `/api/reports/${home.id}/messages`, { method: 'POST', body })
  const inbox = await app.send('GET', `/api/reports/${home.id}/messages`, undefined, { token: home.token })
  const { items } = (await inbox.json()) as { items: { threadId: string }[] }
  const answer = { text: 'In the park', threadId: items[0]?.threadId }
  await app.send('POST', `/api/reports/${home.id}/replies`, answer, { token: home.token })
  await app.runJobs()
  return [sent]
}

/** Mails to the spy and the whole log; the author's own mail may of course hold the author's own address. */
function mailsAndLogs(app: TestApp, secrets: Secrets): Sight[] {
  const mails = app.mails.filter((mail) => mail.to !== secrets.contact?.email)
  expect(mails.some((mail) => mail.to === 'spy@example.net')).toBe(true)
  return [...mails.map((mail) => JSON.stringify(mail)), ...app.logs].map((body) => ({
    request: 'mail or log',
    status: 0,
    headers: {},
    body,
  }))
}

const oneSide = {
  contact: { name: 'Ivan', email: 'ivan@home.example', phone: '+7 900 555-00-01' },
  marks: [{ part: 'ear', side: 'left', type: 'notch', visibility: 'sealed' }],
  microchip: '643094100123456',
  brand: 'BRAND77',
  externalId: 'shelf-1',
} satisfies Partial<Secrets>
const otherSide = {
  contact: { name: 'Olga', email: 'olga@elsewhere.example', phone: '89005550002' },
  marks: [
    { part: 'tail', type: 'kinked', visibility: 'sealed' },
    { part: 'back', type: 'scar', visibility: 'sealed' },
  ],
  microchip: '528210000000000',
  brand: 'X1',
  externalId: 'cellar-2',
} satisfies Partial<Secrets>

const victims: fc.Arbitrary<Partial<ReportBody>> = fc.record({
  kind: fc.constantFrom('lost', 'found', 'sighting', 'found_deceased'),
  species: fc.constantFrom('dog', 'cat'),
  locationPrivacy: fc.constant('approximate'),
})

test('shows strangers the same whichever of two homes in a cell, and whatever the author keeps to themselves', async () => {
  await fc.assert(
    fc.asyncProperty(victims, neighbours, async (victim, [one, other]) => {
      const probes = [one, other, publicCentre(one)]
      const here = await sightsOf(victim, { ...oneSide, location: { ...one, accuracyM: 12 } }, probes)
      const there = await sightsOf(victim, { ...otherSide, location: { ...other, accuracyM: 12 } }, probes)
      const first = here.findIndex((sight, at) => JSON.stringify(sight) !== JSON.stringify(there[at]))
      expect(there[first]).toEqual(here[first])
      expect(there).toHaveLength(here.length)
    }),
    { numRuns: 5, seed: 20261120, endOnFailure: true },
  )
}, 120_000)
