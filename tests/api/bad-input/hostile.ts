import fc from 'fast-check'

/** What people, programs and attackers put where something else belongs. */
const HOSTILE_TEXTS = [
  '',
  ' ',
  '\u0000',
  'a\u0000b',
  '\ud83d',
  '\udc00x',
  '\u202eevil\u2066',
  '\ufeff',
  '\uffff',
  '👩‍👩‍👧‍👦'.repeat(50),
  'z̷̡̛'.repeat(200),
  'NaN',
  'Infinity',
  '-0',
  '1e999',
  'null',
  'undefined',
  '[object Object]',
  '__proto__',
  'constructor',
  "'; drop table reports; --",
  '" onload="alert(1)',
  '<%= 7*7 %>{{7*7}}',
  '%00%0d%0aSet-Cookie: a=b',
  '\r\nBcc: victim@example.org',
  '../../etc/passwd',
  '0000-00-00',
  '0000-01-01T00:00:00Z',
  '+275760-09-13T00:00:00.000Z',
  '-271821-04-20T00:00:00.000Z',
  '2026-02-30T00:00:00Z',
  '9999-12-31T23:59:59-23:59',
  '2026-11-20T18:30:00.123456789123456789Z',
  '00000000-0000-0000-0000-000000000000',
  'FFFFFFFF-FFFF-FFFF-FFFF-FFFFFFFFFFFF',
  '180,90',
  '-180,-90,180,90',
  '1e2,1',
  'a'.repeat(10_000),
  'я'.repeat(6_000),
]

export const hostileText: fc.Arbitrary<string> = fc.oneof(
  fc.constantFrom(...HOSTILE_TEXTS),
  fc.string({ unit: 'binary', maxLength: 40 }),
  fc.string({
    unit: fc.integer({ min: 0, max: 0xffff }).map((code) => String.fromCharCode(code)),
    maxLength: 20,
  }),
)

export const hostileNumber: fc.Arbitrary<number> = fc.oneof(
  fc.constantFrom(
    -0,
    0,
    -1,
    0.1,
    1e308,
    -1e308,
    5e-324,
    1e-320,
    1e-50,
    2 ** 31,
    2 ** 53,
    2 ** 63,
    180.0000001,
    90.5,
  ),
  fc.double({ noNaN: true, noDefaultInfinity: true }),
)

const nested = fc.integer({ min: 1, max: 300 }).map((depth) => {
  let value: unknown = 'deep'
  for (let at = 0; at < depth; at += 1) value = at % 2 ? [value] : { value }
  return value
})

/** Anything that JSON can say. */
export const hostileValue: fc.Arbitrary<unknown> = fc.oneof(
  hostileText,
  hostileNumber,
  fc.constantFrom(null, true, false, [], {}, [[]], [null], { length: 3 }, { toString: 'x' }),
  nested,
  fc.jsonValue(),
  fc.array(hostileText, { maxLength: 40 }),
)

export type JsonSchema = {
  $ref?: string
  type?: string | string[]
  enum?: unknown[]
  const?: unknown
  anyOf?: JsonSchema[]
  oneOf?: JsonSchema[]
  allOf?: JsonSchema[]
  properties?: Record<string, JsonSchema>
  required?: string[]
  items?: JsonSchema
  minimum?: number
  maximum?: number
  minLength?: number
  maxLength?: number
  maxItems?: number
  format?: string
  pattern?: string
  example?: unknown
}

/** Values that a schema allows, each part of them hostile one time in `one`. */
export function fromSchema(
  schema: JsonSchema,
  definitions: Record<string, JsonSchema>,
  one = 12,
): fc.Arbitrary<unknown> {
  const proper = properValue(schema, definitions, one)
  return fc.oneof({ weight: one, arbitrary: proper }, { weight: 1, arbitrary: hostileValue })
}

function properValue(
  schema: JsonSchema,
  definitions: Record<string, JsonSchema>,
  one: number,
): fc.Arbitrary<unknown> {
  const inner = (part: JsonSchema) => fromSchema(part, definitions, one)
  if (schema.$ref)
    return properValue(definitions[schema.$ref.split('/').at(-1) ?? ''] ?? {}, definitions, one)
  if (schema.const !== undefined) return fc.constant(schema.const)
  if (schema.enum) return fc.constantFrom(...schema.enum)
  const choices = schema.anyOf ?? schema.oneOf
  if (choices) return fc.oneof(...choices.map(inner))
  if (schema.allOf) return properValue(Object.assign({}, ...schema.allOf), definitions, one)
  const type = Array.isArray(schema.type) ? schema.type[0] : schema.type
  if (type === 'object') return properObject(schema, inner)
  if (type === 'array')
    return fc.array(inner(schema.items ?? {}), { maxLength: Math.min(schema.maxItems ?? 5, 25) })
  if (type === 'boolean') return fc.boolean()
  if (type === 'integer')
    return fc.integer({ min: schema.minimum ?? -5, max: Math.min(schema.maximum ?? 200, 2 ** 31 - 1) })
  if (type === 'number') {
    return fc.double({ min: schema.minimum ?? -1e6, max: schema.maximum ?? 1e6, noNaN: true })
  }
  return properText(schema)
}

/** Fields whose rules a schema cannot tell: chance alone would never get past them. */
const BY_NAME: Record<string, fc.Arbitrary<unknown>> = {
  microchip: fc.constantFrom(
    '643094100123456',
    '0643094100123456',
    'none',
    'AB12345678',
    '643 094 100 123 456',
  ),
  email: fc.constantFrom('anna@example.org', 'a.b+c@sub.example.org'),
  phone: fc.constantFrom('+7 900 000-00-00', '(495) 123.45.67'),
  aboutReportId: fc.constant(undefined),
}

function properObject(
  schema: JsonSchema,
  inner: (part: JsonSchema) => fc.Arbitrary<unknown>,
): fc.Arbitrary<unknown> {
  const nameable = (name: string, part: JsonSchema) => {
    const known = BY_NAME[name]
    return known
      ? fc.oneof({ weight: 4, arbitrary: known }, { weight: 1, arbitrary: inner(part) })
      : inner(part)
  }
  const properties = Object.fromEntries(
    Object.entries(schema.properties ?? {}).map(([name, part]) => [name, nameable(name, part)]),
  )
  const names = Object.keys(properties)
  const requiredKeys = (schema.required ?? []).filter((name) => names.includes(name))
  const whole = fc.record(properties, { requiredKeys })
  const missing = fc.record(properties, { requiredKeys: [] })
  const surplus = fc
    .tuple(whole, hostileText, hostileValue)
    .map(([body, key, value]) => ({ ...body, [key]: value }))
  return fc.oneof(
    { weight: 12, arbitrary: whole },
    { weight: 1, arbitrary: missing },
    { weight: 1, arbitrary: surplus },
  )
}

const recently = fc
  .date({ min: new Date('2026-11-01T00:00:00Z'), max: new Date('2026-11-20T00:00:00Z'), noInvalidDate: true })
  .map((date) => date.toISOString())

function properText({
  format,
  pattern,
  minLength = 0,
  maxLength = 60,
  example,
}: JsonSchema): fc.Arbitrary<string> {
  if (format === 'uuid') return fc.uuid({ version: 4 })
  if (format === 'email') return fc.emailAddress({ size: 'small' })
  if (format === 'date-time') return recently
  if (pattern)
    return example ? fc.constant(String(example)) : fc.stringMatching(new RegExp(pattern), { size: 'xsmall' })
  const plain = fc.string({ unit: 'grapheme', minLength, maxLength: Math.min(maxLength, 60) })
  return example ? fc.oneof(fc.constant(String(example)), plain) : plain
}

/** The text of a JSON document, sometimes with a few letters of it changed, doubled or cut off. */
export function maimed(text: fc.Arbitrary<string>): fc.Arbitrary<string> {
  const wound = fc.record({
    at: fc.nat(),
    drop: fc.integer({ min: 0, max: 8 }),
    put: fc.constantFrom(
      '',
      '"',
      '{',
      '[',
      ',',
      '\\',
      '\\u',
      '-',
      'NaN',
      '1e999',
      '/**/',
      '\u0000',
      '\ud800',
    ),
  })
  return fc.tuple(text, fc.array(wound, { maxLength: 3 })).map(([whole, wounds]) =>
    wounds.reduce((soFar, { at, drop, put }) => {
      const place = at % (soFar.length + 1)
      return soFar.slice(0, place) + put + soFar.slice(place + drop)
    }, whole),
  )
}
