import { parseChip } from '../../api/domain/chip.ts'
import type { Problem } from '../wire.ts'
import type { FormValues } from './form.ts'

/** The fields that can be wrong, in the order of the screen, and where in the wizard they stand. */
export const FIELD_STEPS = {
  kind: 'kind',
  photos: 'photo',
  species: 'pet',
  colours: 'pet',
  name: 'pet',
  description: 'pet',
  breed: 'pet',
  collar: 'pet',
  marks: 'pet',
  microchip: 'pet',
  brand: 'pet',
  location: 'place',
  occurredAt: 'place',
  'contact.email': 'contact',
  'contact.name': 'contact',
  'contact.phone': 'contact',
} as const
export type FieldName = keyof typeof FIELD_STEPS
export type Step = 'kind' | 'photo' | 'pet' | 'place' | 'contact' | 'review'

/** Why a field is wrong: the end of a message key `wrong.<field>.<reason>`, or of the common `wrong.<reason>`. */
export type Wrong = 'missing' | 'future' | 'tooOld' | 'invalid' | 'tooLong' | 'chip'
export type Errors = Partial<Record<FieldName, Wrong>>

const OLDEST_MS = Date.UTC(2000, 0, 1)
/** A device's clock may run ahead of the server's by this much. */
const CLOCK_SLACK_MS = 5 * 60_000
const EMAIL = /^[^\s@]+@[^\s@]+\.[^\s@.]{2,}$/
const PHONE = /^\+?[\d\s().-]{5,40}$/
const LIMITS = { name: 80, breed: 120, collar: 200, brand: 40, description: 5000 } as const

function checkChip(microchip: string | undefined): Wrong | undefined {
  if (!microchip?.trim() || microchip === 'none') return undefined
  return parseChip(microchip).ok ? undefined : 'chip'
}

/** What is wrong with a form before it is sent; an empty object when nothing is. */
export function checkForm(values: FormValues, nowMs: number): Errors {
  const errors: Errors = {}
  if (!values.kind) errors.kind = 'missing'
  if (!values.species) errors.species = 'missing'
  for (const [field, limit] of Object.entries(LIMITS) as [keyof typeof LIMITS, number][]) {
    if ((values[field]?.length ?? 0) > limit) errors[field] = 'tooLong'
  }
  const chip = checkChip(values.microchip)
  if (chip) errors.microchip = chip
  if (!values.location) errors.location = 'missing'
  const when = Date.parse(values.occurredAt ?? '')
  if (Number.isNaN(when)) errors.occurredAt = 'missing'
  else if (when > nowMs + CLOCK_SLACK_MS) errors.occurredAt = 'future'
  else if (when < OLDEST_MS) errors.occurredAt = 'tooOld'
  const { email, phone } = values.contact
  if (email?.trim() && !EMAIL.test(email.trim())) errors['contact.email'] = 'invalid'
  if (phone?.trim() && !PHONE.test(phone.trim())) errors['contact.phone'] = 'invalid'
  return errors
}

/** Which field of the form a pointer of a problem document means, if any. */
export function fieldOf(pointer: string): FieldName | undefined {
  const [, first = '', second = ''] = pointer.replace(/^#/, '').split('/')
  const candidates = [`${first}.${second}`, first]
  return candidates.find((name): name is FieldName => name in FIELD_STEPS)
}

function wrongOf(field: FieldName, code: string): Wrong {
  if (field === 'microchip') return 'chip'
  if (field === 'occurredAt' && /future/.test(code)) return 'future'
  if (field === 'occurredAt' && /old|too_small|before/.test(code)) return 'tooOld'
  if (/too_big|too_long/.test(code)) return field === 'location' ? 'invalid' : 'tooLong'
  return /required|missing/.test(code) ? 'missing' : 'invalid'
}

/** The server's answer in the terms of the form; `rest` counts what no field of ours can show. */
export function errorsFromProblem(problem: Problem): { errors: Errors; rest: number } {
  const errors: Errors = {}
  let rest = 0
  for (const { pointer, code } of problem.errors ?? []) {
    const field = fieldOf(pointer)
    if (field) errors[field] ??= wrongOf(field, code)
    else rest++
  }
  return { errors, rest }
}

/** What is wrong, from the top of the screen down. */
export const wrongFields = (errors: Errors) =>
  (Object.keys(FIELD_STEPS) as FieldName[]).filter((field) => errors[field])

/** Those that stand on one step of the wizard. */
export const errorsOfStep = (errors: Errors, step: Step): Errors =>
  Object.fromEntries(
    wrongFields(errors).flatMap((field) => (FIELD_STEPS[field] === step ? [[field, errors[field]]] : [])),
  )
