import { beforeEach, describe, expect, test } from 'vitest'
import type { LngLat } from '../../api/domain/geo/lng-lat.ts'
import { publicAreaOf } from '../../api/domain/geo/public-area.ts'
import { LOCATION_PRIVACIES } from '../../api/domain/vocabulary.ts'
import { findNearestPlace } from '../../api/places/nearest-place.ts'
import type { ReportCollection, ReportFeature } from '../../api/reports/schema.ts'
import { foundDog, lostDog, type Posted, post } from '../factories.ts'
import { createTestApp, type TestApp } from '../setup/app.ts'

const SOKOLNIKI = { lng: 37.672, lat: 55.803 }

let app: TestApp
beforeEach(async () => {
  app = await createTestApp()
})

async function read<T>(path: string): Promise<T> {
  const response = await app.request(path)
  expect(response.status).toBe(200)
  return (await response.json()) as T
}

const placeOf = async ({ id }: Posted) =>
  (await read<ReportFeature>(`/api/reports/${id}`)).properties.nearestPlace

describe('the place of a report in words', () => {
  test('comes with the report, lists and matches, in both languages', async () => {
    const wanted = { ru: { name: 'Сокольники', area: 'Москва' }, en: { name: 'Sokolniki', area: 'Moscow' } }
    const lost = await post(app, lostDog({ location: SOKOLNIKI }))
    await post(app, foundDog({ location: SOKOLNIKI }))
    await app.runJobs()
    expect(lost.report.properties.nearestPlace).toEqual(wanted)
    expect(await placeOf(lost)).toEqual(wanted)
    const { features } = await read<ReportCollection>('/api/reports')
    expect(features.map(({ properties }) => properties.nearestPlace)).toEqual([wanted, wanted])
    const { items } = await read<{ items: { report: ReportFeature }[] }>(`/api/reports/${lost.id}/matches`)
    expect(items[0]?.report.properties.nearestPlace).toEqual(wanted)
  })

  test('is left out in open country', async () => {
    const steppe = await post(app, lostDog({ location: { lng: 46.5, lat: 47.2 } }))
    expect(steppe.report.properties).not.toHaveProperty('nearestPlace')
  })

  test('is told in the mail about a match', async () => {
    await post(app, lostDog({ location: SOKOLNIKI, language: 'en' }))
    await post(app, foundDog({ location: SOKOLNIKI, name: 'WIN A PRIZE' }))
    await app.runJobs()
    const mail = app.mails.find(({ to }) => to === 'anna@example.org')
    expect(mail?.text).toContain('\nFound dog, Sokolniki, Moscow\nhttp')
    expect(mail?.text).not.toContain('PRIZE')
  })
})

/** A home whose own district is another than its cell's centre has: where a slip would show. */
function findBorderHome(): LngLat {
  for (let lng = 37.4; lng < 37.8; lng += 0.001) {
    const home = { lng, lat: 55.75 }
    const shown = publicAreaOf(home, 'approximate')
    const nameAt = (place: LngLat) => findNearestPlace(place, shown.radiusM)?.ru.name
    if (nameAt(home) !== nameAt(shown)) return home
  }
  throw new Error('no border found')
}

describe('the place of an approximate report in words', () => {
  const home = findBorderHome()
  const shown = publicAreaOf(home, 'approximate')
  const wanted = findNearestPlace(shown, shown.radiusM)

  test('is that of the centre of its cell, for the author too', async () => {
    const posted = await post(app, foundDog({ location: home }))
    expect(posted.report.properties.nearestPlace).toEqual(wanted)
    expect(await placeOf(posted)).toEqual(wanted)
    expect(findNearestPlace(home, shown.radiusM)).not.toEqual(wanted)
  })

  test.each(LOCATION_PRIVACIES)('is told before posting as it is after, %s', async (locationPrivacy) => {
    for (const accuracyM of [20, 520, 3_000]) {
      const location = { ...home, accuracyM }
      const { lng, lat, radiusM } = publicAreaOf(location, locationPrivacy)
      const path = `/api/places/nearest?near=${lng},${lat}&radiusM=${Math.round(radiusM)}`
      const before = await read<Pick<ReportFeature['properties'], 'nearestPlace'>>(path)
      const { report } = await post(app, lostDog({ location, locationPrivacy }))
      expect(report.properties.publicRadiusM).toBe(radiusM)
      expect(before.nearestPlace).toEqual(report.properties.nearestPlace)
    }
  })

  test('stays when the true point moves within the cell, and goes with the cell', async () => {
    const posted = await post(app, foundDog({ location: { lng: shown.lng, lat: shown.lat } }))
    const before = await placeOf(posted)
    const moved = await app.send(
      'PATCH',
      `/api/reports/${posted.id}`,
      { location: home },
      { token: posted.token },
    )
    expect(moved.status).toBe(200)
    expect(await placeOf(posted)).toEqual(before)
    await app.send('PATCH', `/api/reports/${posted.id}`, { location: SOKOLNIKI }, { token: posted.token })
    expect((await placeOf(posted))?.ru.name).toBe('Сокольники')
  })
})
