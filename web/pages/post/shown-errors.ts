import type { Errors, FieldName } from '../../posting/check.ts'
import type { FormValues } from '../../posting/form.ts'

const valueIn = (values: FormValues, field: FieldName): unknown =>
  field.startsWith('contact.') ? values.contact[field.slice(8) as 'email'] : values[field as keyof FormValues]

/** Faults with the values they were found in. */
export type Judged = { errors: Errors; values: FormValues }
export const nothingJudged = (values: FormValues): Judged => ({ errors: {}, values })

/** A fault stands until its field changes; then it is shown again only where it still holds. */
export function errorsToShow({ errors, values: then }: Judged, now: FormValues, found: Errors): Errors {
  const shown: Errors = {}
  for (const field of Object.keys(errors) as FieldName[]) {
    const reason = valueIn(then, field) === valueIn(now, field) ? errors[field] : found[field]
    if (reason) shown[field] = reason
  }
  return shown
}
