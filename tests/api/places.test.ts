import { beforeEach, describe, expect, test } from 'vitest'
import { createTestApp, type TestApp } from '../setup/app.ts'

let app: TestApp

beforeEach(async () => {
  app = await createTestApp()
})

type Items = { items: { name: string; detail: string; lng: number; lat: number; radiusM: number }[] }

async function ask(query: string): Promise<Items['items']> {
  const response = await app.request(`/api/places?${query}`)
  expect(response.status).toBe(200)
  return ((await response.json()) as Items).items
}

describe('GET /api/places', () => {
  test('finds a place by the first letters of its name, in the language asked for', async () => {
    expect((await ask('q=химк&lang=ru'))[0]).toMatchObject({ name: 'Химки', detail: 'Московская область' })
    expect((await ask('q=khimk&lang=en'))[0]).toMatchObject({ name: 'Khimki', detail: 'Moscow Oblast' })
  })

  test('prefers what is near', async () => {
    const [first] = await ask('q=сокол&near=40.12,59.47')
    expect(first).toMatchObject({ name: 'Сокол', detail: 'Вологодская область' })
  })

  test('names a spot, the most particular name first', async () => {
    const names = (await ask('near=37.3612,55.8459&limit=3')).map(({ name, detail }) => `${name} (${detail})`)
    expect(names).toEqual(['Митино (метро, Москва)', 'Митино (Москва, СЗАО)', 'Москва (Россия)'])
  })

  test('gives no more than asked for', async () => {
    expect(await ask('q=а&limit=2')).toHaveLength(2)
    expect((await ask('q=а')).length).toBeLessThanOrEqual(8)
  })

  test('finds nothing for what is no name', async () => {
    expect(await ask('q=%2B%2B%2B')).toEqual([])
    expect(await ask('q=wkzrtplmvbnzd')).toEqual([])
  })

  test.each([
    ['', '?q'],
    ['q=', '?q'],
    [`q=${'я'.repeat(201)}`, '?q'],
    ['q=a%00b', '?q'],
    ['q=x&near=200,10', '?near'],
    ['q=x&near=10', '?near'],
    ['q=x&lang=fr', '?lang'],
    ['q=x&limit=0', '?limit'],
    ['q=x&limit=1000', '?limit'],
  ])('%s is refused with the parameter’s name', async (query, pointer) => {
    const response = await app.request(`/api/places?${query}`)
    expect(response.status).toBe(422)
    const { errors } = (await response.json()) as { errors: { pointer: string }[] }
    expect(errors.map((error) => error.pointer)).toContain(pointer)
  })

  test('turns to the bundled names when the geocoder does not answer', async () => {
    app = await createTestApp({ geocoderUrl: 'http://127.0.0.1:9' })
    expect((await ask('q=Химки'))[0]?.name).toBe('Химки')
    expect(app.logs.join('\n')).toContain('geocoder.failed')
    expect(app.logs.join('\n')).not.toContain('Химки')
  })
})

describe('GET /api/places/nearest', () => {
  test.each([
    ['', '?near'],
    ['near=200,10', '?near'],
    ['near=37.6,55.8&radiusM=-1', '?radiusM'],
    ['near=37.6,55.8&radiusM=500001', '?radiusM'],
  ])('%s is refused with the parameter’s name', async (query, pointer) => {
    const response = await app.request(`/api/places/nearest?${query}`)
    expect(response.status).toBe(422)
    const { errors } = (await response.json()) as { errors: { pointer: string }[] }
    expect(errors.map((error) => error.pointer)).toEqual([pointer])
  })

  test('says nothing in open country, and asks no geocoder', async () => {
    app = await createTestApp({ geocoderUrl: 'http://127.0.0.1:9' })
    const response = await app.request('/api/places/nearest?near=46.5,47.2')
    expect(await response.json()).toEqual({})
    expect(app.logs.join('\n')).not.toContain('geocoder.failed')
  })
})
