import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { findFreePort } from '../setup/free-port.ts'

export type Exit = { code: number | null; signal: NodeJS.Signals | null }

export type Service = {
  baseUrl: string
  /** Settles when the service answers, or fails with what it printed if it ends before. */
  answers: Promise<void>
  exit: Promise<Exit>
  /** Everything printed so far, both streams. */
  printed: () => string
  kill: (signal: NodeJS.Signals) => void
}

/** `npm start` on settings of its own, or with `entry` another file that starts the same. */
export async function startService(
  env: Record<string, string>,
  entry = 'tests/lifecycle/service.ts',
): Promise<Service> {
  const port = await findFreePort()
  const baseUrl = `http://127.0.0.1:${port}`
  const inherited = ['PATH', 'HOME', 'TMPDIR', 'NODE_OPTIONS'].map((name) => [name, process.env[name] ?? ''])
  const child = spawn(process.execPath, [entry], {
    env: {
      ...Object.fromEntries(inherited),
      PORT: String(port),
      PUBLIC_URL: baseUrl,
      DEMO: 'off',
      LOG_LEVEL: 'error',
      ...env,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  running.add(child)
  let text = ''
  const exit = new Promise<Exit>((fulfil) => {
    child.once('close', (code, signal) => {
      running.delete(child)
      fulfil({ code, signal })
    })
  })
  const answers = new Promise<void>((fulfil, reject) => {
    const read = (chunk: Buffer) => {
      text += chunk.toString()
      if (text.includes('answers at')) fulfil()
    }
    child.stdout?.on('data', read)
    child.stderr?.on('data', read)
    exit.then(({ code, signal }) => reject(new Error(`ended with ${code ?? signal}: ${text}`)))
  })
  // Tests that expect an end look at `exit` alone.
  answers.catch(() => {})
  return { baseUrl, answers, exit, printed: () => text, kill: (signal) => void child.kill(signal) }
}

const running = new Set<ChildProcess>()

/** Runs one of our commands to its end, on our own terminal. */
export function runToEnd(args: string[], env: Record<string, string>): Promise<void> {
  const child = spawn(process.execPath, args, { env: { ...process.env, ...env }, stdio: 'inherit' })
  running.add(child)
  return new Promise((fulfil, reject) => {
    child.once('close', (code, signal) => {
      running.delete(child)
      if (code === 0) fulfil()
      else reject(new Error(`${args.join(' ')} ended with ${code ?? signal}`))
    })
  })
}

/** For `afterEach`: a failed test leaves no process behind. */
export async function endServices(): Promise<void> {
  const gone = [...running].map((child) => new Promise((done) => child.once('close', done)))
  killServices()
  await Promise.all(gone)
}

export function killServices(): void {
  for (const child of running) child.kill('SIGKILL')
}

/** A data folder that is removed when `use` is done. */
export async function withFolder<T>(use: (folder: string) => Promise<T>): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), 'homeward-life-'))
  try {
    return await use(folder)
  } finally {
    await endServices()
    await rm(folder, { recursive: true, force: true })
  }
}
