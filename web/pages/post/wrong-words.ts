import { coded, t } from '../../i18n/index.ts'
import type { FieldName, Wrong } from '../../posting/check.ts'

/** A fault in the person's words: those of the field where it has its own, else those of the fault. */
export function wrongWords(field: FieldName, wrong: Wrong): string {
  const own = coded('wrong', `${field.replace('contact.', '')}.${wrong}`)
  return own.endsWith(`.${wrong}`) ? t(`wrong.${wrong}`) : own
}
