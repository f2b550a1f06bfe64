/** Latencies in milliseconds of calls one after another, and calls a second with several at once. */
export type Figures = { p50Ms: number; p95Ms: number; perSecond: number; calls: number }

export type Comparison = { name: string; product: Figures; floor: Figures; ratio: number }

type Call = () => Promise<unknown>

const WARM_UP_CALLS = 8
const SEQUENTIAL_MS = 4_000
const MOST_CALLS = 400
const LEAST_CALLS = 12
const CONCURRENT_MS = 1_500
const CLIENTS = 8

/**
 * Times the product's call beside the bare work that it cannot do without, turn about, so that both meet the same
 * weather of the machine. `ratio` is that of the medians.
 */
export async function compare(name: string, product: Call, floor: Call): Promise<Comparison> {
  for (let call = 0; call < WARM_UP_CALLS; call += 1) {
    await product()
    await floor()
  }
  const productMs: number[] = []
  const floorMs: number[] = []
  const endAt = performance.now() + SEQUENTIAL_MS
  while (productMs.length < MOST_CALLS && (performance.now() < endAt || productMs.length < LEAST_CALLS)) {
    productMs.push(await time(product))
    floorMs.push(await time(floor))
  }
  const figures = {
    product: summarise(productMs, await countPerSecond(product)),
    floor: summarise(floorMs, await countPerSecond(floor)),
  }
  return { name, ...figures, ratio: figures.product.p50Ms / figures.floor.p50Ms }
}

async function time(call: Call): Promise<number> {
  const startedAt = performance.now()
  await call()
  return performance.now() - startedAt
}

async function countPerSecond(call: Call): Promise<number> {
  const startedAt = performance.now()
  const endAt = startedAt + CONCURRENT_MS
  let calls = 0
  const client = async () => {
    while (performance.now() < endAt) {
      await call()
      calls += 1
    }
  }
  await Promise.all(Array.from({ length: CLIENTS }, client))
  return (calls / (performance.now() - startedAt)) * 1_000
}

function summarise(latenciesMs: number[], perSecond: number): Figures {
  const sorted = [...latenciesMs].sort((a, b) => a - b)
  const quantile = (share: number) =>
    sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0
  return { p50Ms: quantile(0.5), p95Ms: quantile(0.95), perSecond, calls: sorted.length }
}
