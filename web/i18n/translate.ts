import { intl } from './intl.ts'

/**
 * A message is a text with `{name}` holes, or a choice of texts: by the plural of `{n}` (Intl plural rules)
 * or by the grammatical gender passed as `gender` (m, f, n), which Russian needs for "пропал, пропала".
 */
export type Message = string | { readonly [form: string]: string }
export type Catalog = { readonly [key: string]: Message }
export type Params = { readonly [name: string]: string | number }

function chooseForm(message: { readonly [form: string]: string }, params: Params, locale: string): string {
  if (typeof params['gender'] === 'string') return message[params['gender']] ?? message['m'] ?? ''
  return message[intl(Intl.PluralRules, locale).select(Number(params['n']))] ?? message['other'] ?? ''
}

/** Fills a message in; numbers are written the locale's way, an unknown hole stays visible. */
export function format(message: Message, params: Params, locale: string): string {
  const text = typeof message === 'string' ? message : chooseForm(message, params, locale)
  return text.replace(/\{(\w+)\}/g, (hole, name: string) => {
    const value = params[name]
    if (value === undefined) return hole
    return typeof value === 'number' ? intl(Intl.NumberFormat, locale).format(value) : value
  })
}
