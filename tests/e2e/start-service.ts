import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TestProject } from 'vitest/node'
import { findFreePort } from '../setup/free-port.ts'

declare module 'vitest' {
  interface ProvidedContext {
    baseUrl: string
    outbox: string
  }
}

const START_LIMIT_MS = 120_000

/** Starts the service once for all journeys, as `npm start` does, on a folder of its own with no demo city. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const folder = await mkdtemp(join(tmpdir(), 'homeward-e2e-'))
  const port = await findFreePort()
  const baseUrl = `http://localhost:${port}`
  const child = spawn(process.execPath, ['api/node.ts'], {
    env: {
      ...process.env,
      // The test runner's own; `npm start` knows nothing of it.
      NODE_ENV: undefined,
      PORT: String(port),
      PUBLIC_URL: baseUrl,
      DATA_DIR: folder,
      DEMO: 'off',
      RATE_LIMITS: 'off',
      LOG_LEVEL: 'error',
      // Nothing outside answers here; the bundled map is what the journeys see.
      MAP_STYLE_URL: `${baseUrl}/no-style-here.json`,
    },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  await waitForLine(child, 'answers at')
  project.provide('baseUrl', baseUrl)
  project.provide('outbox', join(folder, 'outbox'))
  return async () => {
    const ended = new Promise((done) => child.once('exit', done))
    child.kill('SIGTERM')
    await ended
    await rm(folder, { recursive: true, force: true })
  }
}

function waitForLine(child: ChildProcess, words: string): Promise<void> {
  return new Promise((fulfil, reject) => {
    const timer = setTimeout(() => reject(new Error('The service did not start in time.')), START_LIMIT_MS)
    child.once('exit', (code) => reject(new Error(`The service ended with code ${code}.`)))
    child.stdout?.on('data', (chunk: Buffer) => {
      if (!chunk.toString().includes(words)) return
      clearTimeout(timer)
      fulfil()
    })
  })
}
