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

test('hides a report only by the word of those whom its author or the other’s stands for', () => {
  const attack = buildAnimalGraph([
    says('thief', 'same', 'lost', 1, true),
    says('thief', 'different', 'found', 2),
  ])
  expect(attack.apartFrom('lost')).toEqual(['found'])
  expect(attack.ruledOutFor('lost')).toEqual([])
  expect(attack.ruledOutFor('found')).toEqual(['thief'])

  const trusted = buildAnimalGraph([
    says('lost', 'same', 'found1'),
    says('found1', 'different', 'found2'),
    says('found3', 'same', 'found2'),
    says('found2', 'same', 'found4'),
  ])
  expect(trusted.ruledOutFor('lost')).toEqual(['found2', 'found3'])
  expect(trusted.ruledOutFor('found3')).toEqual(['found1', 'lost'])
  expect(trusted.ruledOutFor('found4')).toEqual([])
})

test('never hides from an author what they call the same themselves', () => {
  const graph = buildAnimalGraph([says('lost', 'same', 'found'), says('found', 'different', 'lost')])
  expect(graph.ruledOutFor('lost')).toEqual([])
  expect(graph.ruledOutFor('found')).toEqual(['lost'])
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
    ruledOut: ids.map(graph.ruledOutFor),
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

/** The report and all that "same" leads to from it, each step by the author of where it starts. */
const named = (list: readonly SignedEdge[], id: string): Set<string> => {
  const reached = new Set([id])
  for (const by of reached) {
    for (const one of list) if (one.by === by && one.verdict === 'same') reached.add(one.other)
  }
  return reached
}

test('what is ruled out is apart, and rests on a "different" between what the two authors named', () => {
  fc.assert(
    fc.property(edges, (list) => {
      const graph = buildAnimalGraph(list)
      const say = (by: string, verdict: Verdict, other: string) =>
        list.some((one) => one.by === by && one.verdict === verdict && one.other === other)
      for (const id of ids) {
        for (const other of graph.ruledOutFor(id)) {
          expect(graph.apartFrom(id)).toContain(other)
          const [own, far] = [named(list, id), named(list, other)]
          const speaks = list.some(
            ({ by, other: about, verdict }) =>
              verdict === 'different' && ((own.has(by) && far.has(about)) || (own.has(about) && far.has(by))),
          )
          expect(speaks).toBe(true)
          expect(graph.ruledOutFor(other).includes(id) || say(other, 'same', id)).toBe(true)
        }
        for (const other of ids) {
          if (id === other || say(id, 'same', other)) continue
          if (say(id, 'different', other) || say(other, 'different', id)) {
            expect(graph.ruledOutFor(id)).toContain(other)
          }
        }
      }
    }),
  )
})
