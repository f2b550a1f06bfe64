import { createTransport } from 'nodemailer'
import type { Mailer } from './mailer.ts'

/** @param url `smtp://user:password@host:587` or `smtps://…` */
export function createSmtpMailer(url: string, from: string): Mailer {
  const transport = createTransport(url, { from })
  return { send: async (mail) => void (await transport.sendMail(mail)) }
}
