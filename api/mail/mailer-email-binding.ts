import type { SendEmail } from '@cloudflare/workers-types'
import type { Mailer } from './mailer.ts'

/** Cloudflare's Email Service. `from` must belong to a domain that the account has set up for sending. */
export function createEmailBindingMailer(binding: SendEmail, from: string): Mailer {
  const [, name, email] = /^(.*?)\s*<([^<>]+)>$/.exec(from) ?? [undefined, '', from]
  const sender = name && email ? { name, email } : from
  return { send: async (mail) => void (await binding.send({ from: sender, ...mail })) }
}
