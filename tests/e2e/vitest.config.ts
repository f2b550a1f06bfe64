import { defineConfig } from 'vitest/config'
import { reporters } from '../setup/reporters.ts'

/** Journeys of people in Debian's Chromium, against the service started as the README says. */
export default defineConfig({
  test: {
    name: 'browser',
    reporters,
    include: ['tests/e2e/**/*.test.ts'],
    globalSetup: 'tests/e2e/start-service.ts',
    fileParallelism: false,
    testTimeout: 120_000,
    hookTimeout: 180_000,
  },
})
