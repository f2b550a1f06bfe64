import { existsSync } from 'node:fs'
import { afterEach, expect, test } from 'vitest'
import { endServices, startService } from './process.ts'

afterEach(endServices)

test.each([
  ['SIGINT', 130],
  ['SIGTERM', 143],
] as const)(
  'a command that is told to stop by %s leaves no folder and no service behind',
  async (signal, code) => {
    const command = await startService({}, 'tests/lifecycle/endless-command.ts')
    await command.answers
    const { folder, baseUrl } = JSON.parse(/\{.*\}/.exec(command.printed())![0])
    expect(existsSync(folder)).toBe(true)
    expect((await fetch(`${baseUrl}/healthz`)).status).toBe(200)
    command.kill(signal)
    expect(await command.exit).toEqual({ code, signal: null })
    expect(existsSync(folder)).toBe(false)
    await expect(fetch(`${baseUrl}/healthz`)).rejects.toThrow()
  },
  600_000,
)
