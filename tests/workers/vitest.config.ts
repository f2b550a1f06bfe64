import { defineConfig } from 'vitest/config'
import { reporters } from '../setup/reporters.ts'

/** The service on workerd, started once: `npm run test:workers` with TEST_DATABASE_URL naming a real PostGIS. */
export default defineConfig({
  test: {
    name: 'workers',
    reporters,
    include: ['tests/workers/**/*.test.ts'],
    environment: 'node',
    fileParallelism: false,
    testTimeout: 60_000,
    hookTimeout: 180_000,
  },
})
