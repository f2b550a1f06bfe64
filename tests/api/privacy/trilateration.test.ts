import fc from 'fast-check'
import { beforeEach, describe, expect, test } from 'vitest'
import type { LngLat } from '../../../api/domain/geo/lng-lat.ts'
import type { ReportCollection } from '../../../api/reports/schema.ts'
import { foundDog, lostDog, type Posted, post } from '../../factories.ts'
import { createTestApp, type TestApp } from '../../setup/app.ts'
import { metresBetween, neighbours, publicCentre } from './places.ts'
import { decodeTilesAt } from './stranger.ts'

/** Half a kilometre from the centre of its cell: what is found below must be the centre and not this. */
const HOME: LngLat = { lng: 37.6231, lat: 55.7512 }
const CENTRE = publicCentre(HOME)

let app: TestApp
let home: Posted
beforeEach(async () => {
  app = await createTestApp()
  home = await post(app, foundDog({ location: { ...HOME, accuracyM: 5 } }))
})

async function list(query: string): Promise<ReportCollection> {
  const response = await app.request(`/api/reports?${query}`)
  expect(response.status).toBe(200)
  return (await response.json()) as ReportCollection
}

/** Smallest whole number for which the answer is yes. */
async function bisect(low: number, high: number, isYes: (at: number) => Promise<boolean>): Promise<number> {
  let [from, to] = [low, high]
  while (from < to) {
    const middle = Math.floor((from + to) / 2)
    if (await isYes(middle)) to = middle
    else from = middle + 1
  }
  return from
}

const east = (metres: number): LngLat => ({ lng: CENTRE.lng + metres / 62_600, lat: CENTRE.lat })
const north = (metres: number): LngLat => ({ lng: CENTRE.lng, lat: CENTRE.lat + metres / 111_200 })

describe('looking for a hidden home', () => {
  test('is far enough from the public point for these tests to mean something', () => {
    expect(metresBetween(HOME, CENTRE)).toBeGreaterThan(100)
  })

  test('finds the middle of the cell by growing circles from three sides', async () => {
    for (const spy of [east(1_500), north(1_500), east(-1_200)]) {
      const radiusM = await bisect(1, 5_000, async (radius) => {
        const { features } = await list(`near=${spy.lng},${spy.lat}&radiusM=${radius}`)
        return features.length === 1
      })
      // 0.7 %: the spheroid of the database against the sphere of this test.
      expect(Math.abs(radiusM - metresBetween(spy, CENTRE))).toBeLessThan(12)
      expect(Math.abs(radiusM - metresBetween(spy, HOME))).toBeGreaterThan(12)
    }
  })

  test('finds the middle of the cell by halving boxes', async () => {
    const inBox = async (west: number, south: number) => {
      const { features } = await list(
        `bbox=${west / 1e6},${south / 1e6},${west / 1e6 + 1},${south / 1e6 + 1}`,
      )
      return features.length === 1
    }
    const [lng, lat] = [Math.round(HOME.lng * 1e6), Math.round(HOME.lat * 1e6)]
    const westmost = await bisect(
      lng - 20_000,
      lng + 20_000,
      async (west) => !(await inBox(west, lat - 20_000)),
    )
    const southmost = await bisect(
      lat - 20_000,
      lat + 20_000,
      async (south) => !(await inBox(lng - 20_000, south)),
    )
    // Boxes of the database are rounded to 32-bit floats, half a metre.
    expect(westmost / 1e6).toBeCloseTo(CENTRE.lng, 4)
    expect(southmost / 1e6).toBeCloseTo(CENTRE.lat, 4)
  })

  test('reads the distance to the middle of the cell, in lists and inside cursors', async () => {
    await post(app, foundDog({ location: { lng: 37.7, lat: 55.8 } }))
    const { features, links } = await list(`near=${HOME.lng},${HOME.lat}&limit=1`)
    const shown = features[0]?.properties.distanceM ?? 0
    expect(Math.abs(shown - metresBetween(HOME, CENTRE))).toBeLessThan(3)
    const cursor = new URLSearchParams(links.next?.split('?')[1]).get('cursor') ?? ''
    const inside = JSON.parse(Buffer.from(cursor, 'base64url').toString()) as { distanceM: number }
    expect(Math.round(inside.distanceM)).toBe(shown)
  })

  test('learns nothing from who comes first: an exact neighbour is ordered by the public point', async () => {
    const between: LngLat = { lng: (HOME.lng + CENTRE.lng) / 2, lat: (HOME.lat + CENTRE.lat) / 2 }
    // Nearer to the centre than this probe is, further than the home is.
    const decoy = await post(app, lostDog({ location: between }))
    const { features } = await list(`near=${HOME.lng},${HOME.lat}`)
    expect(features.map((feature) => feature.id)).toEqual([decoy.id, home.id])
  })

  test('draws tiles at the middle of the cell at every zoom', async () => {
    for (const corner of [HOME, CENTRE]) {
      for (const { lng, lat, properties } of await decodeTilesAt(app, corner)) {
        if (properties['id'] !== home.id) continue
        expect(properties).toMatchObject({ approximate: true, radiusM: home.report.properties.publicRadiusM })
        const zoomTolerance = 0.1 + metresBetween({ lng, lat }, CENTRE)
        expect(metresBetween({ lng, lat }, HOME)).toBeGreaterThanOrEqual(
          metresBetween(HOME, CENTRE) - zoomTolerance,
        )
      }
    }
    const closest = (await decodeTilesAt(app, CENTRE)).at(-1)
    expect(closest?.lng).toBeCloseTo(CENTRE.lng, 6)
    expect(closest?.lat).toBeCloseTo(CENTRE.lat, 6)
  })

  test('sees the same point again when the author posts, edits or moves within the cell', async () => {
    const [lng, lat] = home.report.geometry.coordinates
    const moved = { lng: CENTRE.lng + 0.001, lat: CENTRE.lat - 0.001 }
    const again = await post(app, foundDog({ location: moved }))
    expect(again.report.geometry.coordinates).toEqual([lng, lat])
    await app.send('PATCH', `/api/reports/${home.id}`, { location: moved }, { token: home.token })
    await app.send('PATCH', `/api/reports/${home.id}`, { kind: 'lost' }, { token: home.token })
    const seen = await (await app.request(`/api/reports/${home.id}`)).json()
    expect(seen.geometry.coordinates).toEqual([lng, lat])
    expect(seen.properties).toMatchObject({ kind: 'lost', locationPrivacy: 'approximate' })
  })

  test('stays hidden when an edit clears the privacy of a kind that is approximate by itself', async () => {
    await app.send('PATCH', `/api/reports/${home.id}`, { locationPrivacy: null }, { token: home.token })
    const seen = await (await app.request(`/api/reports/${home.id}`)).json()
    expect(seen.geometry.coordinates).toEqual(home.report.geometry.coordinates)
  })
})

test('anywhere on Earth, two reports of one cell differ in public by their ids and words alone', async () => {
  await fc.assert(
    fc.asyncProperty(neighbours, async ([one, other]) => {
      const publicView = async (location: LngLat, description: string) => {
        const { id } = await post(app, foundDog({ location, description }))
        const feature = await (await app.request(`/api/reports/${id}`)).json()
        const { id: _, description: __, ...properties } = feature.properties
        return { ...feature, id: '', properties }
      }
      expect(await publicView(one, 'by the red gate')).toEqual(await publicView(other, 'second floor'))
    }),
    { numRuns: 60, seed: 20261120 },
  )
})
