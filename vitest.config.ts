import { defineConfig } from 'vitest/config'
import { suiteReporters } from './tests/setup/reporters.ts'

/** Three suites: pure code in parallel, everything on a database one file after another, components in a DOM. */
export default defineConfig({
  test: {
    reporters: suiteReporters,
    projects: [
      {
        test: {
          name: 'unit',
          include: ['tests/unit/**/*.test.ts', 'tests/architecture.test.ts'],
          environment: 'node',
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
        esbuild: { jsx: 'automatic', jsxImportSource: 'preact' },
        test: {
          name: 'web',
          include: ['tests/web/**/*.test.{ts,tsx}'],
          environment: 'happy-dom',
        },
      },
    ],
  },
})
