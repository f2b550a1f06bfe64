import { describe, expect, it } from 'vitest'
import { buildDemoCity } from '../../../api/demo/city.ts'
import { DISTRICTS, SHELTER } from '../../../api/demo/places.ts'
import { distanceBetweenM } from '../../../api/demo/spots.ts'
import { KINDS, SPECIES } from '../../../api/domain/vocabulary.ts'
import { reportBody } from '../../../api/reports/schema.ts'

const now = new Date('2026-11-20T18:00:00Z')
const city = buildDemoCity({ seed: 'test', now })
const byKey = new Map(city.reports.map((report) => [report.key, report]))
const at = (key: string) => Date.parse(byKey.get(key)!.body.occurredAt)

describe('buildDemoCity', () => {
  it('gives the same city for the same seed and moment, and another for another seed', () => {
    expect(buildDemoCity({ seed: 'test', now })).toEqual(city)
    expect(buildDemoCity({ seed: 'other', now }).reports[0]).not.toEqual(city.reports[0])
  })

  it('holds about 600 reports that the contract accepts, each with an id of its own', () => {
    expect(city.reports.length).toBeGreaterThan(560)
    expect(city.reports.length).toBeLessThan(660)
    for (const { body } of city.reports) expect(reportBody.safeParse(body).error).toBeUndefined()
    expect(new Set(city.reports.map(({ id }) => id)).size).toBe(city.reports.length)
    expect(new Set(city.reports.map(({ body }) => body.externalId)).size).toBe(city.reports.length)
  })

  it('shows every kind, many species and both languages', () => {
    expect(new Set(city.reports.map(({ body }) => body.kind))).toEqual(new Set(KINDS))
    expect(new Set(city.reports.map(({ body }) => body.species)).size).toBeGreaterThanOrEqual(
      SPECIES.length - 2,
    )
    const english = city.reports.filter(({ body }) => body.language === 'en').length / city.reports.length
    expect(english).toBeGreaterThan(0.05)
    expect(english).toBeLessThan(0.3)
  })

  it('stays within the last 90 days, newest first, and posts nothing before it happened', () => {
    const times = city.reports.map(({ body }) => Date.parse(body.occurredAt))
    expect(times).toEqual([...times].sort((a, b) => b - a))
    for (const { body, createdAt, resolved } of city.reports) {
      const occurred = Date.parse(body.occurredAt)
      expect(now.getTime() - occurred).toBeLessThan(91 * 86_400_000)
      expect(createdAt.getTime()).toBeGreaterThanOrEqual(occurred)
      expect(createdAt.getTime()).toBeLessThanOrEqual(now.getTime())
      if (resolved) expect(resolved.at.getTime()).toBeGreaterThanOrEqual(createdAt.getTime())
      if (resolved) expect(resolved.at.getTime()).toBeLessThanOrEqual(now.getTime())
    }
  })

  it('lies where people live: within reach of a residential district or at the shelter', () => {
    for (const { body } of city.reports) {
      const near = DISTRICTS.some(
        (district) => distanceBetweenM(district, body.location) <= district.reachM + 5,
      )
      expect(near || distanceBetweenM(SHELTER, body.location) < 1).toBe(true)
    }
  })

  it('reaches people only at example.org and gives no phone number', () => {
    for (const { body } of city.reports) {
      expect(body.contact?.email).toMatch(/^[a-z0-9.-]+@example\.org$/)
      expect(body.contact?.phone).toBeUndefined()
      if (body.microchip !== 'none') expect(body.microchip ?? '999').toMatch(/^999/)
    }
  })

  it('leaves no gap, doubled space or foreign letters in its sentences', () => {
    for (const { body } of city.reports) {
      const text = body.description!
      expect(text).not.toMatch(/[{}]|undefined|null| {2}| [.,]|\.\.|,,/)
      expect(text).toMatch(/[.!?]$/)
      if (body.language === 'en') expect(text).not.toMatch(/[а-яё]/i)
      else expect(text).not.toMatch(/[a-z]/i)
    }
  })

  it('plants true pairs: one species, the find after the loss, mostly near, with the same animal in the pictures', () => {
    expect(city.truth.pairs.length).toBeGreaterThan(60)
    const distances = city.truth.pairs.map(({ lost, found }) => {
      const [a, b] = [byKey.get(lost)!, byKey.get(found)!]
      expect(b.body.species).toBe(a.body.species)
      expect(at(found)).toBeGreaterThanOrEqual(at(lost))
      expect(b.look).toEqual(a.look)
      expect(b.scenes.filter((scene) => a.scenes.some(({ seed }) => seed === scene.seed))).toEqual([])
      return b.body.kind === 'shelter_intake' ? 0 : distanceBetweenM(a.body.location, b.body.location)
    })
    expect(distances.sort((x, y) => x - y)[Math.floor(distances.length / 2)]).toBeLessThan(2_500)
  })

  it.each(['03:00', '09:00', '17:00', '23:30'])(
    'tells nothing of the future when it is built at %s UTC',
    (time) => {
      for (const seed of ['one', 'two', 'three']) {
        const built = new Date(`2026-11-20T${time}:00Z`)
        const { reports, truth } = buildDemoCity({ seed, now: built })
        const happened = new Map(reports.map(({ key, body }) => [key, Date.parse(body.occurredAt)]))
        expect(Math.max(...happened.values())).toBeLessThan(built.getTime())
        for (const { lost, found } of truth.pairs) {
          expect(happened.get(found)).toBeGreaterThanOrEqual(happened.get(lost)!)
        }
      }
    },
  )

  it('plants sightings that follow a lost animal at a speed it can go', () => {
    expect(city.truth.chains.length).toBeGreaterThanOrEqual(12)
    for (const { lost, sightings } of city.truth.chains) {
      expect(sightings.length).toBeGreaterThanOrEqual(2)
      let before = byKey.get(lost)!
      for (const key of sightings) {
        const next = byKey.get(key)!
        expect(next.body.aboutReportId).toBe(byKey.get(lost)!.id)
        const hours = (at(key) - Date.parse(before.body.occurredAt)) / 3_600_000
        expect(hours).toBeGreaterThan(0)
        expect(distanceBetweenM(before.body.location, next.body.location) / hours).toBeLessThan(4_000)
        before = next
      }
    }
  })

  it('plants one found animal posted by three people within a day', () => {
    expect(city.truth.duplicates.length).toBeGreaterThanOrEqual(6)
    for (const posts of city.truth.duplicates) {
      expect(posts).toHaveLength(3)
      const times = posts.map(at)
      expect(Math.max(...times) - Math.min(...times)).toBeLessThan(86_400_000)
      const people = posts.map((key) => byKey.get(key)!.body.contact!.email)
      expect(new Set(people).size).toBe(3)
    }
  })

  it('closes both sides of a reunion', () => {
    const reunited = city.truth.pairs.filter(({ lost }) => byKey.get(lost)!.resolved)
    expect(reunited.length).toBeGreaterThan(15)
    for (const { lost, found } of reunited)
      expect(byKey.get(found)!.resolved).toEqual(byKey.get(lost)!.resolved)
  })
})
