type Formatter<F, O> = new (locale: string, options?: O) => F

const made = new Map<unknown, Map<string, unknown>>()

/** The formatter of a locale and options, made once: making one costs a hundred times what using it does. */
export function intl<F, O extends object>(Type: Formatter<F, O>, locale: string, options?: O): F {
  const ofType = made.get(Type) ?? new Map<string, unknown>()
  made.set(Type, ofType)
  const key = locale + JSON.stringify(options)
  if (!ofType.has(key)) ofType.set(key, new Type(locale, options))
  return ofType.get(key) as F
}
