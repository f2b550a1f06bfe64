import type { Verdict } from '../domain/vocabulary.ts'

/** What the author of report `by` says of it and `other`. */
export type SignedEdge = {
  by: string
  other: string
  verdict: Verdict
  judgedAtMs: number
  /** Named when posting; the same author's verdict on the pair counts instead. */
  isClaim: boolean
}

/** Two reports said to be one animal, but not merged: here is what speaks against it. A person has to say. */
export type Contradiction = {
  between: readonly [string, string]
  /** Pairs said to be different animals; the pair itself when its two authors disagree. */
  against: readonly (readonly [string, string])[]
}

export type AnimalGraph = {
  /** All reports on this one's animal, itself among them, in the order of their ids. */
  membersOf: (id: string) => readonly string[]
  /** All reports known not to be on this one's animal: what differs from one member differs from all. */
  apartFrom: (id: string) => readonly string[]
  /**
   * Reports that this one may be denied the sight of. Merging needs a single voice, so "different" reaches either
   * report only through members its own author stands for; what this one's author calls the same stays.
   */
  ruledOutFor: (id: string) => readonly string[]
  /**
   * Members that this report's own author stands for: named by them, or by those they named. Anybody can name a
   * report; only by these will its author be told that the animal is home.
   */
  vouchedBy: (id: string) => readonly string[]
  contradictions: readonly Contradiction[]
}

type Pair = {
  one: string
  other: string
  same: number
  different: number
  /** Of the oldest "same". */
  sinceMs: number
}

/**
 * Which reports are one animal. Pairs are merged in an order that the edges alone decide (most voices first, then the
 * oldest), and never across a pair said to be different. So the order of edges does not matter, and taking an edge
 * away undoes just what followed from it.
 */
export function buildAnimalGraph(edges: readonly SignedEdge[]): AnimalGraph {
  const voices = collectVoices(edges)
  const pairs = [...collectPairs(voices).values()]
  const different = pairs.filter((pair) => pair.different > 0).sort(byIds)
  const same = pairs.filter((pair) => pair.same > 0).sort(bySureness)

  const groups = new Map<string, Set<string>>()
  const groupOf = (id: string): Set<string> => {
    const group = groups.get(id) ?? new Set([id])
    groups.set(id, group)
    return group
  }
  const separating = (one: Set<string>, other: Set<string>) =>
    different.filter(
      (pair) => (one.has(pair.one) && other.has(pair.other)) || (one.has(pair.other) && other.has(pair.one)),
    )

  const sameBy = new Map<string, string[]>()
  for (const { by, other, verdict } of voices) {
    if (verdict === 'same') sameBy.set(by, [...(sameBy.get(by) ?? []), other])
  }
  /** The report itself and all that its author stands for. */
  const trustedBy = (id: string): Set<string> => {
    const group = groupOf(id)
    const trusted = new Set([id])
    // A set's iteration goes on through what is added meanwhile.
    for (const by of trusted) {
      for (const other of sameBy.get(by) ?? []) if (group.has(other)) trusted.add(other)
    }
    return trusted
  }

  const contradictions: Contradiction[] = []
  const open: Pair[] = []
  for (const pair of same) {
    const one = groupOf(pair.one)
    const other = groupOf(pair.other)
    if (one === other) continue
    if (separating(one, other).length > 0) {
      open.push(pair)
      continue
    }
    for (const id of other) {
      one.add(id)
      groups.set(id, one)
    }
  }
  for (const pair of open) {
    // Named when all is merged, so that the groups and their quarrel are whole.
    const against = separating(groupOf(pair.one), groupOf(pair.other))
    contradictions.push({
      between: [pair.one, pair.other],
      against: against.map((apart) => [apart.one, apart.other]),
    })
  }

  return {
    membersOf: (id) => [...groupOf(id)].sort(),
    apartFrom: (id) => {
      const own = groupOf(id)
      const apart = new Set<string>()
      for (const pair of different) {
        const far = own.has(pair.one) ? pair.other : own.has(pair.other) ? pair.one : undefined
        if (far !== undefined) for (const member of groupOf(far)) apart.add(member)
      }
      return [...apart].sort()
    },
    ruledOutFor: (id) => {
      const own = trustedBy(id)
      const named = new Set(sameBy.get(id))
      const far = new Set<string>()
      for (const pair of different) {
        if (own.has(pair.one)) far.add(pair.other)
        if (own.has(pair.other)) far.add(pair.one)
      }
      const within = new Set([...far].flatMap((end) => [...groupOf(end)]))
      return [...within].filter((other) => !named.has(other) && !trustedBy(other).isDisjointFrom(far)).sort()
    },
    vouchedBy: (id) => [...trustedBy(id)].filter((other) => other !== id).sort(),
    contradictions,
  }
}

/** Each author's last word on each report. */
function collectVoices(edges: readonly SignedEdge[]): SignedEdge[] {
  const voices = new Map<string, SignedEdge>()
  for (const edge of edges) {
    if (edge.by === edge.other) continue
    const key = `${edge.by} ${edge.other}`
    const known = voices.get(key)
    if (!known || outranks(edge, known)) voices.set(key, edge)
  }
  return [...voices.values()]
}

/** One entry a pair of reports, whichever of the two authors spoke. */
function collectPairs(voices: readonly SignedEdge[]): Map<string, Pair> {
  const pairs = new Map<string, Pair>()
  for (const { by, other: about, verdict, judgedAtMs } of voices) {
    if (verdict === 'unsure') continue
    const [one, other] = by < about ? [by, about] : [about, by]
    const key = `${one} ${other}`
    const pair = pairs.get(key) ?? { one, other, same: 0, different: 0, sinceMs: Number.POSITIVE_INFINITY }
    pair[verdict] += 1
    if (verdict === 'same') pair.sinceMs = Math.min(pair.sinceMs, judgedAtMs)
    pairs.set(key, pair)
  }
  return pairs
}

/** A verdict stands above a claim, a newer one above an older, "different" above "same" of one moment. */
function outranks(edge: SignedEdge, known: SignedEdge): boolean {
  if (edge.isClaim !== known.isClaim) return !edge.isClaim
  if (edge.judgedAtMs !== known.judgedAtMs) return edge.judgedAtMs > known.judgedAtMs
  return edge.verdict < known.verdict
}

const bySureness = (one: Pair, other: Pair) =>
  other.same - one.same || one.sinceMs - other.sinceMs || byIds(one, other)

const byIds = (one: Pair, other: Pair) => {
  const [key, otherKey] = [`${one.one} ${one.other}`, `${other.one} ${other.other}`]
  return key < otherKey ? -1 : key > otherKey ? 1 : 0
}
