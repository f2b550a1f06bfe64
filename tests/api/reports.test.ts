import { beforeEach, describe, expect, test } from 'vitest'
import { foundDog, lostDog, post } from '../factories.ts'
import { createTestApp, NOW, type TestApp } from '../setup/app.ts'

let app: TestApp
beforeEach(async () => {
  app = await createTestApp()
})

describe('posting a report', () => {
  test('answers 201 with the report, its token and its address', async () => {
    const response = await app.send('POST', '/api/reports', lostDog())
    expect(response.status).toBe(201)
    const { report, manageToken } = await response.json()
    expect(response.headers.get('Location')).toBe(`/api/reports/${report.id}`)
    expect(manageToken).toMatch(/^[\w-]{43}$/)
    expect(report.geometry.coordinates).toEqual([37.62, 55.75])
    expect(report.properties).toMatchObject({ kind: 'lost', status: 'active', mine: true, publicRadiusM: 0 })
  })

  test('says that it was made and last changed at one moment', async () => {
    let ticks = 0
    app.deps.clock = () => new Date(NOW.getTime() + ticks++)
    const { properties } = (await post(app, lostDog())).report
    expect(properties.updatedAt).toBe(properties.createdAt)
  })

  test('gives the same answer, token included, to the same body with the same idempotency key', async () => {
    const headers = { 'Idempotency-Key': 'one' }
    const [first, second] = await Promise.all([
      app.send('POST', '/api/reports', lostDog(), { headers }),
      app.send('POST', '/api/reports', lostDog(), { headers }),
    ])
    expect([first.status, second.status]).toEqual([201, 201])
    expect(await second.json()).toEqual(await first.json())
    const list = await (await app.request('/api/reports')).json()
    expect(list.features).toHaveLength(1)
  })

  test('answers 409 to another body with a used idempotency key', async () => {
    const headers = { 'Idempotency-Key': 'one' }
    await app.send('POST', '/api/reports', lostDog(), { headers })
    const response = await app.send('POST', '/api/reports', lostDog({ name: 'Шарик' }), { headers })
    expect(response.status).toBe(409)
    expect(response.headers.get('Content-Type')).toBe('application/problem+json')
  })
})

test('an external id is a note of its author: others may use the same, and nobody sees it', async () => {
  const one = await post(app, lostDog({ externalId: 'shelf-1' }))
  const other = await post(app, foundDog({ externalId: 'shelf-1' }))
  expect(other.report.properties.externalId).toBe('shelf-1')
  expect(await (await app.request(`/api/reports/${one.id}`)).text()).not.toContain('shelf-1')
})

describe('reading a report', () => {
  test('shows contact, true place and sealed marks to the author and to nobody else', async () => {
    const sealed = { part: 'ear', side: 'left', type: 'notch', visibility: 'sealed' } as const
    const { id, token } = await post(app, foundDog({ marks: [sealed], microchip: '643094100123456' }))
    const mine = await (await app.send('GET', `/api/reports/${id}`, undefined, { token })).json()
    expect(mine.properties).toMatchObject({
      mine: true,
      marks: [sealed],
      location: { lng: 37.6231, lat: 55.7512, accuracyM: 30 },
      contact: { email: 'finder@example.org' },
    })
    const text = await (await app.request(`/api/reports/${id}`)).text()
    for (const secret of ['finder@example.org', 'notch', '37.6231', '643094100123456', 'mine']) {
      expect(text).not.toContain(secret)
    }
  })

  test('answers a wrong token as an unknown report', async () => {
    const { id } = await post(app, lostDog())
    expect((await app.send('GET', `/api/reports/${id}`, undefined, { token: 'wrong' })).status).toBe(404)
    expect((await app.send('PATCH', `/api/reports/${id}`, { name: 'x' }, { token: 'wrong' })).status).toBe(
      404,
    )
    expect((await app.send('DELETE', `/api/reports/${id}`)).status).toBe(404)
  })
})

describe('editing', () => {
  test('changes what is named, clears what is null and keeps the rest', async () => {
    const { id, token } = await post(app, lostDog({ microchip: '643094100123456' }))
    const response = await app.send('PATCH', `/api/reports/${id}`, { name: null, coat: 'long' }, { token })
    expect(response.status).toBe(200)
    const { properties } = await response.json()
    expect(properties).toMatchObject({ coat: 'long', colours: ['red', 'white'], chipped: true })
    expect(properties.name).toBeUndefined()
  })

  test('moves the public point when the place becomes approximate', async () => {
    const { id, token } = await post(app, lostDog())
    const edited = await (
      await app.send('PATCH', `/api/reports/${id}`, { locationPrivacy: 'approximate' }, { token })
    ).json()
    expect(edited.geometry.coordinates).not.toEqual([37.62, 55.75])
    expect(edited.properties.publicRadiusM).toBeGreaterThan(400)
  })
})

describe('turning one kind into another', () => {
  test('hides the exact place of what turns out to be a find, unless the author says otherwise', async () => {
    const { id, token } = await post(app, lostDog())
    const edited = await (await app.send('PATCH', `/api/reports/${id}`, { kind: 'found' }, { token })).json()
    expect(edited.properties).toMatchObject({ kind: 'found', locationPrivacy: 'approximate' })
    const chosen = await (
      await app.send('PATCH', `/api/reports/${id}`, { kind: 'sighting', locationPrivacy: 'exact' }, { token })
    ).json()
    expect(chosen.properties.locationPrivacy).toBe('exact')
  })
})

describe('an id in capitals', () => {
  test('is the same id', async () => {
    const { id, token } = await post(app, lostDog())
    expect((await app.request(`/api/reports/${id.toUpperCase()}`)).status).toBe(200)
    const self = await app.send(
      'PUT',
      `/api/reports/${id}/animal/${id.toUpperCase()}`,
      { verdict: 'same' },
      { token },
    )
    expect(self.status).toBeGreaterThanOrEqual(400)
    expect(self.status).toBeLessThan(500)
  })
})

describe('closing', () => {
  test('brings back nothing that moderation took away', async () => {
    const { id, token } = await post(app, lostDog())
    await app.deps.sql`update reports set status = 'hidden' where id = ${id}`
    await app.send('POST', `/api/reports/${id}/resolve`, { resolution: 'returned_self' }, { token })
    expect((await app.request(`/api/reports/${id}`)).status).toBe(404)
  })

  test('marks as reunited or withdrawn by the resolution and leaves the list', async () => {
    const { id, token } = await post(app, lostDog())
    const response = await app.send(
      'POST',
      `/api/reports/${id}/resolve`,
      { resolution: 'returned_self' },
      { token },
    )
    expect((await response.json()).properties).toMatchObject({
      status: 'reunited',
      resolution: 'returned_self',
    })
    expect((await (await app.request('/api/reports')).json()).features).toEqual([])
    expect((await (await app.request('/api/reports?status=reunited')).json()).features).toHaveLength(1)
  })

  test('deletes for good', async () => {
    const { id, token } = await post(app, lostDog())
    expect((await app.send('DELETE', `/api/reports/${id}`, undefined, { token })).status).toBe(204)
    expect((await app.request(`/api/reports/${id}`)).status).toBe(404)
  })
})

describe('listing', () => {
  test('walks every report once, newest first, page by page', async () => {
    for (let hour = 10; hour < 17; hour += 1) {
      await post(app, lostDog({ occurredAt: `2026-11-19T${hour}:00:00Z` }))
    }
    const seen: string[] = []
    let path: string | undefined = '/api/reports?limit=3'
    while (path) {
      const page = await (await app.request(path)).json()
      seen.push(
        ...page.features.map(
          (feature: { properties: { occurredAt: string } }) => feature.properties.occurredAt,
        ),
      )
      path = page.links.next
    }
    expect(seen).toHaveLength(7)
    expect(seen).toEqual([...seen].sort().reverse())
  })

  test('walks nearest first, with distances, page by page', async () => {
    for (const lat of [55.76, 55.751, 55.78, 55.755, 55.755])
      await post(app, lostDog({ location: { lng: 37.62, lat } }))
    const seen: number[] = []
    let path: string | undefined = '/api/reports?near=37.62,55.75&radiusM=3000&limit=2'
    while (path) {
      const page = await (await app.request(path)).json()
      seen.push(
        ...page.features.map(
          (feature: { properties: { distanceM: number } }) => feature.properties.distanceM,
        ),
      )
      path = page.links.next
    }
    expect(seen).toHaveLength(4)
    expect(seen).toEqual([...seen].sort((a, b) => a - b))
  })

  test('walks reports at one and the same distance once each, wherever pages end', async () => {
    for (let number = 0; number < 9; number += 1) {
      const lng = 37.6231 + number / 1e5
      await post(app, foundDog({ location: { lng, lat: 55.7512 } }))
    }
    await post(app, lostDog({ location: { lng: 37.6, lat: 55.7 } }))
    for (const limit of [1, 4, 9]) {
      const seen: string[] = []
      let path: string | undefined = `/api/reports?near=37.62,55.75&limit=${limit}`
      while (path) {
        const page = await (await app.request(path)).json()
        seen.push(...page.features.map((feature: { id: string }) => feature.id))
        path = page.links.next
      }
      expect(seen).toHaveLength(10)
      expect(new Set(seen).size).toBe(10)
    }
  })

  test('filters by kind, species, time, box and words in both languages', async () => {
    await post(app, lostDog({ description: 'Убежал пятнистый пёс с ошейником' }))
    await post(app, foundDog({ description: 'A friendly brown dog', occurredAt: '2026-11-10T00:00:00Z' }))
    await post(app, lostDog({ species: 'cat', location: { lng: 30.3, lat: 59.9 } }))
    const count = async (query: string) =>
      (await (await app.request(`/api/reports?${query}`)).json()).features.length
    expect(await count('kind=lost')).toBe(2)
    expect(await count('kind=lost,found&species=dog')).toBe(2)
    expect(await count('since=2026-11-15T00:00:00Z')).toBe(2)
    expect(await count('until=2026-11-15')).toBe(1)
    expect(await count('bbox=37,55,38,56')).toBe(2)
    expect(await count(`q=${encodeURIComponent('пятнистая')}`)).toBe(1)
    expect(await count('q=friend')).toBe(1)
    expect(await count(`q=${encodeURIComponent("'; drop:* & |")}`)).toBe(0)
  })
})
