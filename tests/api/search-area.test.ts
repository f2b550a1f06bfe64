import { booleanPointInPolygon } from '@turf/turf'
import { beforeEach, expect, test } from 'vitest'
import type { ReportBody } from '../../api/reports/schema.ts'
import type { SearchAreaCollection } from '../../api/search-area/schema.ts'
import { foundDog, lostDog, post } from '../factories.ts'
import { createTestApp, NOW, type TestApp } from '../setup/app.ts'

let app: TestApp
beforeEach(async () => {
  app = await createTestApp()
})

async function searchArea(id: string, token?: string, query = ''): Promise<SearchAreaCollection> {
  const path = `/api/reports/${id}/search-area${query}`
  const response = await app.send('GET', path, undefined, token ? { token } : {})
  if (response.status !== 200) throw new Error(`${response.status} ${await response.text()}`)
  return (await response.json()) as SearchAreaCollection
}

const ofKind = <K extends string>({ features }: SearchAreaCollection, kind: K) =>
  features.filter((feature) => feature.properties.kind === kind) as Extract<
    SearchAreaCollection['features'][number],
    { properties: { kind: K } }
  >[]

const hoursAgo = (hours: number) => new Date(NOW.getTime() - hours * 3_600_000).toISOString()

const sighting = (aboutReportId: string, over: Partial<ReportBody> = {}) =>
  foundDog({ kind: 'sighting', aboutReportId, locationPrivacy: 'exact', ...over })

test('gives the 50, 75 and 95 % areas round the loss, where to look first and what to do', async () => {
  const { id } = await post(app, lostDog())
  const area = await searchArea(id)
  expect(area.type).toBe('FeatureCollection')
  const rings = ofKind(area, 'area')
  expect(rings.map(({ properties }) => properties.probability)).toEqual([0.5, 0.75, 0.95])
  for (const { geometry } of rings) {
    expect(booleanPointInPolygon([37.62, 55.75], geometry as GeoJSON.Polygon)).toBe(true)
  }
  expect(ofKind(area, 'look_first').map(({ properties }) => properties.code)).toEqual(['start', 'near_start'])
  expect(area.advice).toContain('do_not_chase')
  expect(area.advice).toContain('call_shelters_and_clinics')
  expect(ofKind(area, 'track')).toEqual([])
})

test('tells the owner of an indoor cat to look under things nearby, by its words or as asked', async () => {
  const cat = { species: 'cat', name: 'Муся' } as const
  const silent = await post(app, lostDog(cat))
  const told = await post(app, lostDog({ ...cat, description: 'Домашняя, выпала из окна третьего этажа' }))
  const largest = (area: SearchAreaCollection) => ofKind(area, 'area')[1]?.properties.radiusM ?? 0
  expect((await searchArea(told.id)).access).toBe('indoor')
  expect((await searchArea(told.id)).advice).toEqual(
    expect.arrayContaining(['within_five_houses', 'look_under', 'night_torch']),
  )
  expect(largest(await searchArea(told.id))).toBeLessThan(largest(await searchArea(silent.id)))
  const outdoor = await searchArea(silent.id, undefined, '?access=outdoor')
  expect(outdoor.advice).not.toContain('within_five_houses')
  expect((await app.request(`/api/reports/${silent.id}/search-area?access=balcony`)).status).toBe(422)
})

test('moves to the newest credible sighting and draws the track to it', async () => {
  const { id } = await post(app, lostDog({ occurredAt: hoursAgo(30) }))
  const first = await post(
    app,
    sighting(id, { occurredAt: hoursAgo(20), location: { lng: 37.64, lat: 55.75 } }),
  )
  const second = await post(
    app,
    sighting(id, { occurredAt: hoursAgo(2), location: { lng: 37.68, lat: 55.75 } }),
  )
  const area = await searchArea(id)
  const [track] = ofKind(area, 'track')
  expect(track?.properties.reportIds).toEqual([id, first.id, second.id])
  expect(track?.geometry.coordinates).toHaveLength(3)
  expect(ofKind(area, 'look_first')[0]?.properties).toMatchObject({
    code: 'last_sighting',
    reportId: second.id,
  })
  expect(booleanPointInPolygon([37.68, 55.751], ofKind(area, 'area')[0]?.geometry as GeoJSON.Polygon)).toBe(
    true,
  )
  expect(area.advice[0]).toBe('sighting_is_fresh')
})

test('names the sighting that one animal cannot have been at', async () => {
  const { id } = await post(app, lostDog({ occurredAt: hoursAgo(3) }))
  const far = await post(app, sighting(id, { occurredAt: hoursAgo(2), location: { lng: 30.3, lat: 59.9 } }))
  const area = await searchArea(id)
  expect(ofKind(area, 'excluded_sighting')).toMatchObject([
    { properties: { reportId: far.id, reason: 'impossible_speed' } },
  ])
  expect(ofKind(area, 'track')).toEqual([])
})

test('tells a stranger nothing that the public point does not', async () => {
  // Two places in one public cell: everything a stranger gets is equal.
  const places = [
    { lng: 37.62, lat: 55.75, accuracyM: 10 },
    { lng: 37.6205, lat: 55.7505, accuracyM: 60 },
  ]
  const seen: string[] = []
  for (const location of places) {
    const { id, token, report } = await post(app, lostDog({ location, locationPrivacy: 'approximate' }))
    const seenAt = { lng: 37.66, lat: 55.76 }
    const about = await post(app, sighting(id, { occurredAt: hoursAgo(3), location: seenAt }))
    const text = JSON.stringify(await searchArea(id))
    expect(text).not.toContain(`[${location.lng},${location.lat}]`)
    seen.push(text.replaceAll(id, 'lost').replaceAll(about.id, 'sighting'))
    expect(report.properties.publicRadiusM).toBeGreaterThan(0)
    expect(JSON.stringify(await searchArea(id, token))).toContain(`[${location.lng},${location.lat}]`)
  }
  expect(seen[0]).toBe(seen[1])
})

test('counts other people’s sightings at their public points, for the author too', async () => {
  const { id, token } = await post(app, lostDog({ occurredAt: hoursAgo(30) }))
  const hidden = { lng: 37.6512, lat: 55.7534 }
  await post(app, sighting(id, { locationPrivacy: 'approximate', location: hidden }))
  for (const area of [await searchArea(id), await searchArea(id, token)]) {
    expect(ofKind(area, 'track')).toHaveLength(1)
    expect(JSON.stringify(area)).not.toContain('[37.6512,55.7534]')
  }
})

test('counts sightings of the same animal posted under another report, and none that was ruled out', async () => {
  const { id, token } = await post(app, lostDog({ occurredAt: hoursAgo(30) }))
  const found = await post(app, foundDog({ occurredAt: hoursAgo(9), location: { lng: 37.66, lat: 55.75 } }))
  const again = await post(app, foundDog({ occurredAt: hoursAgo(5), location: { lng: 37.67, lat: 55.75 } }))
  await app.send('PUT', `/api/reports/${again.id}/animal/${found.id}`, { verdict: 'same' }, again)
  const judge = (verdict: string) =>
    app.send('PUT', `/api/reports/${id}/matches/${found.id}`, { verdict }, { token })
  await judge('same')
  const [track] = ofKind(await searchArea(id), 'track')
  expect(track?.properties.reportIds).toEqual([id, found.id, again.id])
  expect(ofKind(await searchArea(id), 'look_first')[0]?.properties.code).toBe('in_care')
  expect((await searchArea(id)).advice[0]).toBe('compare_found_report')

  await judge('different')
  expect(ofKind(await searchArea(id), 'track')).toEqual([])
  expect(ofKind(await searchArea(id), 'excluded_sighting')).toEqual([])
  expect(ofKind(await searchArea(id, token), 'excluded_sighting')).toMatchObject([
    { properties: { reportId: found.id, reason: 'judged_different' } },
  ])
})

test('a sighting of this very report leaves track and area when its author says "different", and comes back whole', async () => {
  const { id, token } = await post(app, lostDog({ occurredAt: hoursAgo(30) }))
  const seenAt = { lng: 37.68, lat: 55.75 }
  const seen = await post(app, sighting(id, { occurredAt: hoursAgo(2), location: seenAt }))
  const judge = (verdict: string) =>
    app.send('PUT', `/api/reports/${id}/matches/${seen.id}`, { verdict }, { token })
  const before = await searchArea(id)
  expect(ofKind(before, 'track')).toHaveLength(1)

  await judge('different')
  const without = await searchArea(id)
  expect(ofKind(without, 'track')).toEqual([])
  expect(JSON.stringify(without)).not.toContain(seen.id)
  expect(booleanPointInPolygon([37.68, 55.75], ofKind(without, 'area')[0]?.geometry as GeoJSON.Polygon)).toBe(
    false,
  )

  await judge('unsure')
  expect(await searchArea(id)).toEqual(before)
})

test('advises whoever names an open loss as somebody who knows its owner', async () => {
  const lost = await post(app, lostDog({ occurredAt: hoursAgo(30) }))
  const seen = await post(app, sighting(lost.id, { occurredAt: hoursAgo(2) }))
  expect((await searchArea(seen.id)).advice).toContain('report_again')
  await app.deps.sql`update reports set status = 'withdrawn' where id = ${lost.id}`
  expect((await searchArea(seen.id)).advice).toContain('ask_around_here')
})

test('moves away from ground that the author reports as searched, until they take it back', async () => {
  const { id, token } = await post(app, lostDog())
  const here = { lng: 37.62, lat: 55.75 }
  const path = `/api/reports/${id}/searched`
  const send = (body: unknown, more = { token }) => app.send('POST', path, body, more)
  const response = await send({ location: here, radiusM: 300, thoroughness: 'thorough' })
  expect(response.status).toBe(201)
  const searched = (await response.json()) as { id: string }
  const area = await searchArea(id)
  expect(ofKind(area, 'searched')).toMatchObject([{ properties: { id: searched.id, radiusM: 300 } }])
  expect(ofKind(area, 'area')[0]?.properties.radiusM).toBeUndefined()
  expect(ofKind(area, 'look_first')[0]?.properties.code).toBe('not_searched')

  const gone = () => app.send('DELETE', `${path}/${searched.id}`, undefined, { token })
  expect((await gone()).status).toBe(204)
  expect((await gone()).status).toBe(404)
  expect(ofKind(await searchArea(id), 'area')[0]?.properties.radiusM).toBeGreaterThan(0)

  expect((await send({ location: here, radiusM: 300 }, { token: 'guess' })).status).toBe(404)
  expect((await send({ location: here, radiusM: 300, searchedAt: '2031-01-01T00:00:00Z' })).status).toBe(422)
  expect((await send({ location: here, radiusM: 300, searchedAt: '2026-01-01T00:00:00Z' })).status).toBe(422)
  expect((await send({ location: here, radiusM: -1 })).status).toBe(422)
})

test('shows no stranger what was searched round a hidden home', async () => {
  const { id, token } = await post(app, lostDog({ locationPrivacy: 'approximate' }))
  const before = await searchArea(id)
  const body = { location: { lng: 37.62, lat: 55.75 }, radiusM: 100 }
  await app.send('POST', `/api/reports/${id}/searched`, body, { token })
  expect(await searchArea(id)).toEqual(before)
  expect(ofKind(await searchArea(id, token), 'searched')).toHaveLength(1)
})

test('asks where a found animal came from, and leaves a closed report without an area', async () => {
  const found = await post(app, foundDog())
  const area = await searchArea(found.id)
  expect(ofKind(area, 'area')).toHaveLength(3)
  expect(area.advice).toContain('scan_chip')
  await app.send(
    'POST',
    `/api/reports/${found.id}/resolve`,
    { resolution: 'returned_by_finder' },
    { token: found.token },
  )
  expect(await searchArea(found.id)).toMatchObject({ features: [], advice: [] })
})

test('answers an unknown report and a wrong token alike', async () => {
  const { id } = await post(app, lostDog())
  expect((await app.request(`/api/reports/${crypto.randomUUID()}/search-area`)).status).toBe(404)
  expect((await app.request('/api/reports/nonsense/search-area')).status).toBe(404)
  expect(
    (await app.send('GET', `/api/reports/${id}/search-area`, undefined, { token: 'guess' })).status,
  ).toBe(404)
})

test('stays finite for places known to 50 km, losses of 2001 and sightings on one spot', async () => {
  const { id } = await post(
    app,
    lostDog({ occurredAt: '2001-01-01T00:00:00Z', location: { lng: 179.99, lat: 71, accuracyM: 50_000 } }),
  )
  for (const hours of [5, 5, 4]) {
    await post(app, sighting(id, { occurredAt: hoursAgo(hours), location: { lng: 179.99, lat: 71 } }))
  }
  const area = await searchArea(id)
  expect(ofKind(area, 'area')).toHaveLength(3)
  for (const { geometry } of area.features) {
    const numbers = (geometry.coordinates as unknown[]).flat(4) as number[]
    expect(numbers.length).toBeGreaterThan(1)
    expect(numbers.every(Number.isFinite)).toBe(true)
  }
})
