import { defineConfig } from 'vitest/config'
import { suiteReporters } from './tests/setup/reporters.ts'

/** Pure code in parallel; everything on a database one file after another; server processes; components in a DOM. */
export default defineConfig({
  test: {
    reporters: suiteReporters,
    projects: [
      {
        test: {
          name: 'unit',
          include: ['tests/unit/**/*.test.ts', 'tests/architecture.test.ts'],
          environment: 'node',
          // Nothing here is a test of speed: decoding pictures on a busy machine takes what it takes.
          testTimeout: 60_000,
        },
      },
      {
        test: {
          name: 'database',
          include: ['tests/api/**/*.test.ts', 'tests/sql/**/*.test.ts'],
          environment: 'node',
          // One process, one embedded database: it takes one connection, and ten seconds to start.
          pool: 'threads',
          isolate: false,
          fileParallelism: false,
          maxWorkers: 1,
          testTimeout: 30_000,
          hookTimeout: 120_000,
        },
      },
      {
        test: {
          name: 'lifecycle',
          include: ['tests/lifecycle/**/*.test.ts'],
          environment: 'node',
          // Each starts processes with a database in them: one at a time, and as long as a slow machine takes.
          fileParallelism: false,
          maxWorkers: 1,
          hookTimeout: 120_000,
        },
      },
      {
        oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
        test: {
          name: 'web',
          include: ['tests/web/**/*.test.{ts,tsx}'],
          environment: 'happy-dom',
          // As above: a busy machine takes what it takes.
          testTimeout: 60_000,
        },
      },
    ],
  },
})
