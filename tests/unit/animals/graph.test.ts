import fc from 'fast-check'
import { expect, test } from 'vitest'
import { buildAnimalGraph, type SignedEdge } from '../../../api/animals/graph.ts'
import { VERDICTS, type Verdict } from '../../../api/domain/vocabulary.ts'

const says = (by: string, verdict: Verdict, other: string, judgedAtMs = 1, isClaim = false): SignedEdge => ({
  by,
  other,
  verdict,
  judgedAtMs,
  isClaim,
})

test('makes one animal of a lost report, its finds and their duplicates', () => {
  const graph = buildAnimalGraph([says('lost', 'same', 'found1'), says('found2', 'same', 'found1')])
  expect(graph.membersOf('found2')).toEqual(['found1', 'found2', 'lost'])
  expect(graph.membersOf('alone')).toEqual(['alone'])
})

test('what differs from one member differs from all, through all of its own members', () => {
  const graph = buildAnimalGraph([
    says('a', 'same', 'b'),
    says('x', 'same', 'y'),
    says('b', 'different', 'x'),
    says('z', 'unsure', 'a'),
  ])
  expect(graph.apartFrom('a')).toEqual(['x', 'y'])
  expect(graph.apartFrom('y')).toEqual(['a', 'b'])
  expect(graph.apartFrom('z')).toEqual([])
})

test('asks a person rather than merge across "different"', () => {
  const graph = buildAnimalGraph([
    says('a', 'same', 'b', 1),
    says('c', 'same', 'd', 2),
    says('b', 'different', 'c', 3),
    says('a', 'same', 'd', 4),
  ])
  expect(graph.membersOf('a')).toEqual(['a', 'b'])
  expect(graph.membersOf('d')).toEqual(['c', 'd'])
  expect(graph.contradictions).toEqual([{ between: ['a', 'd'], against: [['b', 'c']] }])
})

test('does not merge two whose authors disagree', () => {
  const graph = buildAnimalGraph([says('lost', 'different', 'found'), says('found', 'same', 'lost')])
  expect(graph.membersOf('lost')).toEqual(['lost'])
  expect(graph.contradictions).toEqual([{ between: ['found', 'lost'], against: [['found', 'lost']] }])
})

test('a verdict stands above the same author’s claim, and the newer above the older', () => {
  const claim = says('sighting', 'same', 'lost', 9, true)
  expect(buildAnimalGraph([claim]).membersOf('lost')).toEqual(['lost', 'sighting'])
  expect(buildAnimalGraph([claim, says('sighting', 'unsure', 'lost', 1)]).membersOf('lost')).toEqual(['lost'])
  const changed = [says('a', 'same', 'b', 1), says('a', 'different', 'b', 2)]
  expect(buildAnimalGraph(changed).apartFrom('a')).toEqual(['b'])
  expect(buildAnimalGraph(changed).contradictions).toEqual([])
})

test('the pair that both authors stand for wins over the pair that one does', () => {
  const edges = [
    says('lost', 'same', 'found1', 1),
    says('lost', 'same', 'found2', 5),
    says('found2', 'same', 'lost', 6),
    says('found1', 'different', 'found2', 7),
  ]
  expect(buildAnimalGraph(edges).membersOf('lost')).toEqual(['found2', 'lost'])
})

test('an author stands for those they named, not for those who named them', () => {
  const graph = buildAnimalGraph([
    says('sighting', 'same', 'lost', 1, true),
    says('lost', 'same', 'found'),
    says('found', 'same', 'found2'),
  ])
  expect(graph.vouchedBy('lost')).toEqual(['found', 'found2'])
  expect(graph.vouchedBy('sighting')).toEqual(['found', 'found2', 'lost'])
  expect(graph.vouchedBy('found2')).toEqual([])
})

const ids = ['a', 'b', 'c', 'd', 'e', 'f', 'g']
const edge = fc.record({
  by: fc.constantFrom(...ids),
  other: fc.constantFrom(...ids),
  verdict: fc.constantFrom(...VERDICTS),
  judgedAtMs: fc.integer({ min: 0, max: 5 }),
  isClaim: fc.constant(false),
})
/** One word of each author on each report, as the tables keep them. */
const edges = fc.uniqueArray(edge, { selector: ({ by, other }) => `${by} ${other}`, maxLength: 25 })

const describeGraph = (list: readonly SignedEdge[]) => {
  const graph = buildAnimalGraph(list)
  return {
    members: ids.map(graph.membersOf),
    apart: ids.map(graph.apartFrom),
    vouched: ids.map(graph.vouchedBy),
    contradictions: graph.contradictions,
  }
}

test('the order of edges does not matter', () => {
  const shuffled = edges.chain((list) =>
    fc.tuple(fc.constant(list), fc.shuffledSubarray(list, { minLength: list.length })),
  )
  fc.assert(
    fc.property(shuffled, ([list, other]) => {
      expect(describeGraph(other)).toEqual(describeGraph(list))
    }),
  )
})

test('taking a verdict back gives what there would be without it', () => {
  fc.assert(
    fc.property(edges, edge, (list, extra) => {
      const before = list.filter(({ by, other }) => by !== extra.by || other !== extra.other)
      expect(describeGraph([...before, extra].filter((one) => one !== extra))).toEqual(describeGraph(before))
    }),
  )
})

test('never merges across "different", and says so wherever "same" was not followed', () => {
  fc.assert(
    fc.property(edges, (list) => {
      const graph = buildAnimalGraph(list)
      for (const { by, other, verdict } of list) {
        if (by === other) continue
        const together = graph.membersOf(by).includes(other)
        if (verdict === 'different') {
          expect(together).toBe(false)
          expect(graph.apartFrom(by)).toContain(other)
        }
        if (verdict === 'same' && !together) {
          const between = by < other ? [by, other] : [other, by]
          const found = graph.contradictions.find((one) => one.between.join() === between.join())
          expect(found?.against.length).toBeGreaterThan(0)
        }
      }
      for (const id of ids) {
        for (const member of graph.membersOf(id)) {
          expect(graph.membersOf(member)).toEqual(graph.membersOf(id))
          expect(graph.apartFrom(member)).toEqual(graph.apartFrom(id))
        }
        for (const far of graph.apartFrom(id)) expect(graph.apartFrom(far)).toContain(id)
      }
    }),
  )
})
