import { createTransport } from 'nodemailer'
import type { Mailer } from './mailer.ts'

/** Far less than a job's lease: a server that hangs must not let a second process send the same mail again. */
const TIMEOUT_MS = 30_000

/** @param url `smtp://user:password@host:587` or `smtps://…` */
export function createSmtpMailer(url: string, from: string): Mailer {
  const transport = createTransport(
    { url, connectionTimeout: TIMEOUT_MS, greetingTimeout: TIMEOUT_MS, socketTimeout: TIMEOUT_MS },
    { from },
  )
  return { send: async (mail) => void (await transport.sendMail(mail)) }
}
