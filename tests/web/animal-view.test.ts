import { describe, expect, it } from 'vitest'
import { wayTo } from '../../web/components/way.ts'
import { type AnimalData, idsToFetch, partsOf } from '../../web/pages/manage/animal-view.ts'
import { makeFeature } from './fixtures.ts'

type Rest = Pick<AnimalData, 'pictures' | 'others'>

const OWN = 'own'
const other = (id: string, aboutReportId?: string) =>
  makeFeature({ id, kind: 'found', ...(aboutReportId ? { aboutReportId } : {}) })
const twin = (reportId: string, far = false) => ({
  ...{ reportId, photoId: 'a', otherPhotoId: 'b', far },
  distanceM: far ? 300_000 : 400,
})
const data = (changes: Partial<AnimalData['animal']>, rest: Partial<Rest> = {}): AnimalData => ({
  animal: { members: [], companions: [], ...changes },
  pictures: [],
  others: [],
  ...rest,
})

describe('what an author sees of their animal', () => {
  it('leaves sightings that name the report to their own section', () => {
    const parts = partsOf(
      OWN,
      data({
        members: [
          { report: other('seen', OWN), relation: 'sighting' },
          { report: other('again'), relation: 'duplicate' },
        ],
      }),
    )
    expect(parts.members.map(({ report }) => report.id)).toEqual(['again'])
  })

  it('asks nothing of a sighting of the report, which is judged where it stands', () => {
    const seen = makeFeature({ id: 'seen', kind: 'sighting', aboutReportId: OWN })
    const contradictions = [{ between: [OWN, 'seen'], against: [], askAbout: ['seen'] }]
    const verdicts = [{ reportId: 'seen', verdict: 'different' as const }]
    const parts = partsOf(OWN, data({ contradictions, verdicts }, { others: [seen] }))
    expect(parts.questions).toEqual([])
    expect([...parts.verdicts]).toEqual([['seen', 'different']])
  })

  it('asks of each report once, the quarrel first', () => {
    const companions = ['a', 'b'].map((id) => ({
      report: other(id),
      relation: 'possible_duplicate' as const,
    }))
    const contradictions = [{ between: [OWN, 'a'], against: [], askAbout: ['a'] }]
    const parts = partsOf(OWN, data({ companions, contradictions }, { pictures: [twin('a'), twin('b')] }))
    expect(parts.questions.map(({ why, report }) => [why, report.id])).toEqual([
      ['contradiction', 'a'],
      ['picture', 'b'],
    ])
    expect(parts.together).toEqual([])
  })

  it('does not ask of a report that is on the animal already', () => {
    const members = [{ report: other('a'), relation: 'duplicate' as const }]
    expect(partsOf(OWN, data({ members }, { pictures: [twin('a')] })).questions).toEqual([])
  })

  it('warns of a far copy and asks nothing of it', () => {
    const parts = partsOf(OWN, data({}, { pictures: [twin('far', true)], others: [other('far')] }))
    expect(parts.farTwins).toMatchObject([{ report: { id: 'far' }, distanceM: 300_000 }])
    expect(parts.questions).toEqual([])
  })

  it('warns once of a report that shows the same picture in several photos', () => {
    const pictures = [twin('far', true), twin('far', true)]
    expect(partsOf(OWN, data({}, { pictures, others: [other('far')] })).farTwins).toHaveLength(1)
  })

  it('fetches only reports that are named and not at hand, and does without those that are gone', () => {
    const contradictions = [{ between: [OWN, 'x'], against: [], askAbout: ['x', 'x', 'a'] }]
    const known = data(
      { contradictions, companions: [{ report: other('a'), relation: 'companion' }] },
      { pictures: [twin('y')] },
    )
    expect(idsToFetch(known)).toEqual(['x', 'y'])
    expect(partsOf(OWN, known).questions.map(({ report }) => report.id)).toEqual(['a'])
  })
})

describe('the way to a place', () => {
  it('tells the side of the world and the metres', () => {
    const from = { lng: 37.6, lat: 55.75 }
    expect(wayTo(from, { lng: 37.6, lat: 55.76 })).toMatchObject({ side: 'n' })
    expect(wayTo(from, { lng: 37.59, lat: 55.75 })).toMatchObject({ side: 'w' })
    expect(wayTo(from, { lng: 37.6, lat: 55.74 })).toMatchObject({ side: 's' })
    const { side, distanceM } = wayTo(from, { lng: 37.616, lat: 55.741 })
    expect(side).toBe('se')
    expect(Math.round(distanceM / 100)).toBe(14)
  })
})
