import { expect, test } from 'vitest'
import { ACCESSES, SEARCH_ADVICE } from '../../../api/domain/search-words.ts'
import { KINDS, SPECIES } from '../../../api/domain/vocabulary.ts'
import { readAccess } from '../../../api/search-area/model/access.ts'
import { adviseSearch } from '../../../api/search-area/model/advice.ts'

test.each([
  ['Домашняя кошка, выпала из окна', 'indoor'],
  ['Никогда не была на улице, очень пугливая', 'indoor'],
  ['На улицу не выходил', 'indoor'],
  ['Indoor-only, fell from a balcony', 'indoor'],
  ['She is a house cat', 'indoor'],
  ['Гуляет сам во дворе', 'outdoor'],
  ['Кот выходит на улицу каждый день', 'outdoor'],
  ['Дворовый кот', 'outdoor'],
  ['Indoor/outdoor cat, usually back by dinner', 'outdoor'],
  ['Goes out on his own', 'outdoor'],
  ['Рыжий, с белой грудкой', 'unknown'],
  ['Ran out of the door when guests came', 'unknown'],
  ['', 'unknown'],
])('reads how a cat lives: %s', (words, access) => {
  expect(readAccess(words)).toBe(access)
})

const situation = {
  kind: 'lost',
  species: 'dog',
  access: 'unknown',
  hoursAway: 2,
  hoursSinceSighting: undefined,
  inCare: false,
  ownerIsKnown: false,
} as const

test('the first day asks to go at once, later weeks to go on', () => {
  expect(adviseSearch(situation)[0]).toBe('go_now')
  const late = adviseSearch({ ...situation, hoursAway: 24 * 30 })
  expect(late).not.toContain('go_now')
  expect(late).toEqual(expect.arrayContaining(['visit_shelters', 'widen_posters', 'do_not_give_up']))
})

test('puts an animal in somebody’s hands, and then a fresh sighting, before all else', () => {
  const advice = adviseSearch({ ...situation, hoursSinceSighting: 1, inCare: true })
  expect(advice.slice(0, 2)).toEqual(['compare_found_report', 'sighting_is_fresh'])
})

test('sends nobody after a cat or a rabbit with a leash', () => {
  for (const species of ['cat', 'rabbit', 'bird'] as const) {
    expect(adviseSearch({ ...situation, species })).not.toContain('worn_clothing')
  }
})

test('sends nobody to look for an owner whose report they named', () => {
  for (const kind of ['sighting', 'found'] as const) {
    expect(adviseSearch({ ...situation, kind })).toContain('ask_around_here')
    const known = adviseSearch({ ...situation, kind, ownerIsKnown: true })
    expect(known).not.toContain('ask_around_here')
    expect(known).not.toContain('posters_at_crossroads')
    expect(known).toContain(kind === 'found' ? 'write_to_owner' : 'report_again')
  }
})

test('every situation has advice, without doubles, and every piece of advice has its situation', () => {
  const given = new Set<string>()
  for (const kind of KINDS)
    for (const species of SPECIES)
      for (const access of ACCESSES)
        for (const hoursAway of [0, 5, 30, 100, 5_000])
          for (const hoursSinceSighting of [undefined, 1, 50])
            for (const inCare of [false, true])
              for (const ownerIsKnown of [false, true]) {
                const circumstances = { hoursAway, hoursSinceSighting, inCare, ownerIsKnown }
                const advice = adviseSearch({ kind, species, access, ...circumstances })
                expect(advice.length).toBeGreaterThan(0)
                expect(new Set(advice).size).toBe(advice.length)
                for (const code of advice) given.add(code)
              }
  expect([...given].sort()).toEqual([...SEARCH_ADVICE].sort())
})
