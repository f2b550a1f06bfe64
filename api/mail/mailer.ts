/** One way out for every mail, whatever carries it: SMTP, files in the outbox folder, a Workers service. */
export type Mail = {
  to: string
  subject: string
  text: string
}

export type Mailer = { send: (mail: Mail) => Promise<void> }
