import { readFile, writeFile } from 'node:fs/promises'
import { describeApi } from '../openapi.ts'
import { runCommand } from './command.ts'

const FILE = new URL('../openapi.json', import.meta.url)

/** `npm run openapi` writes api/openapi.json; with `--check` it only tells whether the file is up to date. */
await runCommand(async ([flag]) => {
  const text = `${JSON.stringify(describeApi(), null, 2)}\n`
  if (flag !== '--check') {
    await writeFile(FILE, text)
    return 0
  }
  if ((await readFile(FILE, 'utf8').catch(() => '')) === text) return 0
  process.stderr.write('api/openapi.json is out of date: run npm run openapi and commit it.\n')
  return 1
})
