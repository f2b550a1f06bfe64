/** Callers remembered at once; a flood of addresses costs their counts, not the memory. */
const MOST_CALLERS = 50_000

/** What each caller read lately. */
export type ReadCounts = {
  /** @returns how often `key` was counted since the window began, this time included */
  add: (key: string, windowStartS: number) => number
}

/** Counts in the memory of one process: a read must cost no write, and may be answered by a replica that takes none. */
export function createReadCounts(): ReadCounts {
  const counts = new Map<string, { windowStartS: number; count: number }>()
  return {
    add: (key, windowStartS) => {
      const known = counts.get(key)
      if (!known && counts.size >= MOST_CALLERS) counts.clear()
      const count = known?.windowStartS === windowStartS ? known.count + 1 : 1
      counts.set(key, { windowStartS, count })
      return count
    },
  }
}
