import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync } from 'node:fs'
import { glob, readFile, writeFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import type { PageDrawer } from './pages/draw.ts'

const ROOT = fileURLToPath(new URL('..', import.meta.url))

export const WEB_FOLDER = `${ROOT}dist/web`

const DRAW_FILE = `${ROOT}dist/draw/draw.js`

/** The page of the app with nothing drawn; read anew, as a build may have put another in its place. */
export const readShell = () => readFile(`${WEB_FOLDER}/index.html`, 'utf8')

/** What draws pages on the server: the web app's own components, built beside it. */
export const loadDrawer = (): Promise<PageDrawer> => import(DRAW_FILE)

const STAMP = `${WEB_FOLDER}.built-from`

/** What the web app is built from. */
const SOURCES = ['web/**/*', 'api/domain/**/*', 'package-lock.json']

/** Builds the web app and what draws it if their sources changed since the last build, in processes of their own. */
export async function buildWebIfStale(): Promise<'built' | 'fresh'> {
  const fingerprint = await fingerprintSources()
  const known = await readFile(STAMP, 'utf8').catch(() => '')
  if (known === fingerprint && existsSync(`${WEB_FOLDER}/index.html`) && existsSync(DRAW_FILE)) return 'fresh'
  await Promise.all([runVite('web/vite.config.ts'), runVite('web/draw.config.ts')])
  await writeFile(STAMP, fingerprint)
  return 'built'
}

async function fingerprintSources(): Promise<string> {
  const hash = createHash('sha256')
  const files: string[] = []
  for await (const entry of glob(SOURCES, { cwd: ROOT, withFileTypes: true })) {
    if (entry.isFile()) files.push(`${entry.parentPath}/${entry.name}`)
  }
  for (const file of files.sort()) hash.update(file.slice(ROOT.length)).update(await readFile(file))
  return hash.digest('hex')
}

function runVite(config: string): Promise<void> {
  const vite = `${ROOT}node_modules/vite/bin/vite.js`
  return new Promise((fulfil, reject) => {
    const child = spawn(process.execPath, [vite, 'build', 'web', '--config', config, '--logLevel', 'warn'], {
      cwd: ROOT,
      // A build for people, whoever asks for it: a test runner's NODE_ENV would leave the service worker out.
      env: { ...process.env, NODE_ENV: 'production' },
      stdio: ['ignore', 'inherit', 'inherit'],
    })
    child.once('error', reject)
    child.once('exit', (code) =>
      code === 0 ? fulfil() : reject(new Error(`Building the web app failed with code ${code}.`)),
    )
  })
}
