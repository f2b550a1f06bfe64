import { mkdir, rename, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { createTransport } from 'nodemailer'
import type { Mailer } from './mailer.ts'

/** Writes each mail as an .eml file, so that a club without a mail server can see and forward it. */
export function createFileMailer(folder: string, from: string, now: () => Date): Mailer {
  const transport = createTransport({ streamTransport: true, buffer: true })
  return {
    send: async (mail) => {
      await mkdir(folder, { recursive: true })
      const { message } = await transport.sendMail({ from, ...mail })
      const stamp = now().toISOString().replaceAll(':', '-')
      const file = join(folder, `${stamp}-${crypto.randomUUID().slice(0, 8)}.eml`)
      await writeFile(`${file}.part`, message as Buffer, { mode: 0o600 })
      await rename(`${file}.part`, file)
    },
  }
}
