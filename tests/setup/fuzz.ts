import type { Parameters } from 'fast-check'

/**
 * The same cases on every machine, so that a red run can be run again. For a longer or another hunt:
 * `FUZZ_RUNS=20 FUZZ_SEED=7 npx vitest run --project database tests/api/bad-input`.
 */
export function fuzz(runs: number): Parameters<unknown> {
  return {
    numRuns: runs * Number(process.env['FUZZ_RUNS'] ?? 1),
    seed: Number(process.env['FUZZ_SEED'] ?? 20_261_120),
    // Shrinking a request that a database answers takes minutes; the case as found is small enough to read.
    endOnFailure: true,
  }
}
