import { findEmail } from './email-in-text.ts'
import type { FormValues, PublicText } from './form.ts'
import { findHome } from './home-in-text.ts'
import { findPhone } from './phone-in-text.ts'

/** What better stays out of what everybody reads; the first two have a field of the contact. */
export type PrivateKind = 'email' | 'phone' | 'home'
export type PrivateSeen = { field: PublicText; kind: PrivateKind; words: string }

/** Figures of an e-mail address are no telephone number. */
function findPhoneOnly(text: string) {
  const email = findEmail(text)
  return findPhone(email ? text.replace(email, '·'.repeat(email.length)) : text)
}

const FINDERS: Record<PrivateKind, (text: string) => string | undefined> = {
  email: findEmail,
  phone: findPhoneOnly,
  home: findHome,
}

/** The first of each kind, field by field. */
export function findPrivate(
  values: Pick<FormValues, PublicText>,
  fields: readonly PublicText[],
): PrivateSeen[] {
  return (Object.keys(FINDERS) as PrivateKind[]).flatMap((kind) => {
    for (const field of fields) {
      const words = FINDERS[kind](values[field] ?? '')
      if (words) return [{ field, kind, words }]
    }
    return []
  })
}

/** The text without these words, with no gap where they stood. */
export function takeOut(text: string, words: string): string {
  const at = text.indexOf(words)
  const [before, after] = [text.slice(0, at).trimEnd(), text.slice(at + words.length).trimStart()]
  return [before, after].filter(Boolean).join(/^[,.;:!?)]/.test(after) ? '' : ' ')
}
