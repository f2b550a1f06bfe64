import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { KINDS, SPECIES } from '../../api/domain/vocabulary.ts'
import {
  apiQuery,
  type Filters,
  isFiltered,
  parseFilters,
  toggled,
  writeFilters,
} from '../../web/state/filters.ts'

const NONE = parseFilters('')
const HOUR_MS = 3_600_000

describe('filters in the address', () => {
  it('reads back what it writes', () => {
    const filters: Filters = {
      ...NONE,
      kind: ['lost', 'sighting'],
      species: ['cat'],
      days: 7,
      q: 'рыжий кот',
      near: { lng: 37.61234, lat: 55.7512 },
      radiusM: 3000,
      bbox: [37.1, 55.5, 37.9, 55.9],
    }
    expect(parseFilters(writeFilters(filters, ''))).toEqual(filters)
  })

  it('keeps what is not a filter and drops the chosen report', () => {
    const search = '?lang=en&at=37.6,55.7,12&view=map&sel=abc&kind=lost'
    expect(writeFilters({ ...NONE, species: ['dog'] }, search)).toBe(
      '?lang=en&at=37.6,55.7,12&view=map&species=dog',
    )
  })

  it('counts what it does not understand as not said', () => {
    expect(parseFilters('?kind=dragon&near=here&bbox=1,2,3&days=-4&radiusM=x&since=never')).toEqual(NONE)
  })

  it('takes any search string without throwing', () => {
    fc.assert(
      fc.property(fc.webQueryParameters(), (search) => {
        const filters = parseFilters(`?${search}`)
        expect(parseFilters(writeFilters(filters, '')).kind).toEqual(filters.kind)
      }),
    )
  })

  it('is empty when nothing is set', () => {
    expect(writeFilters(NONE, '')).toBe('')
    expect(isFiltered(NONE)).toBe(false)
    expect(isFiltered({ ...NONE, q: 'x' })).toBe(true)
  })

  it('adds and takes away one choice', () => {
    expect(toggled(KINDS, 'lost')).not.toContain('lost')
    expect(toggled([], SPECIES[0])).toEqual(['dog'])
  })
})

describe('the query to the API', () => {
  const now = Date.UTC(2026, 10, 23, 15, 40)

  it('turns days into an instant at the start of an hour, so that answers can be cached', () => {
    const query = new URLSearchParams(apiQuery({ ...NONE, days: 3 }, now))
    expect(query.get('since')).toBe('2026-11-20T15:00:00.000Z')
    expect(query.has('days')).toBe(false)
    expect(apiQuery({ ...NONE, days: 3 }, now + HOUR_MS / 4)).toBe(apiQuery({ ...NONE, days: 3 }, now))
  })

  it('asks for a page of a known size', () => {
    expect(new URLSearchParams(apiQuery(NONE, now)).get('limit')).toBe('30')
  })
})
