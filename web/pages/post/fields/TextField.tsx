import { useEffect } from 'preact/hooks'
import { WrongNote } from '../../../components/WrongNote.tsx'
import { t } from '../../../i18n/index.ts'
import type { FieldName, Wrong } from '../../../posting/check.ts'
import { announce } from '../../../state/announce.ts'
import { wrongWords } from '../wrong-words.ts'

type ErrorProps = { id: string; field: FieldName; wrong: Wrong | undefined }

/** The fault of one field, in words, where a screen reader finds it with the field. */
export function FieldError({ id, field, wrong }: ErrorProps) {
  if (!wrong) return null
  return <WrongNote id={`${id}-wrong`} words={wrongWords(field, wrong)} />
}

/** The attributes that tie an input to its hint and its fault; `data-field` is where focus is sent. */
export function describedBy(
  id: string,
  field: FieldName,
  wrong: Wrong | undefined,
  hint: string | undefined,
) {
  const ids = [wrong && `${id}-wrong`, hint && `${id}-hint`].filter(Boolean).join(' ')
  return {
    'data-field': field,
    'aria-invalid': wrong !== undefined,
    ...(ids ? { 'aria-describedby': ids } : {}),
  }
}

type InputOptions = {
  type?: 'text' | 'email' | 'tel'
  inputMode?: 'numeric' | 'email' | 'tel'
  autoComplete?: string
  maxLength?: number
  placeholder?: string
  list?: string
  spellcheck?: boolean
}

type Props = {
  field: FieldName
  label: string
  value: string | undefined
  onChange: (value: string) => void
  hint?: string
  wrong?: Wrong | undefined
  lines?: boolean
  input?: InputOptions
}

export function TextField({ field, label, value, onChange, hint, wrong, lines, input = {} }: Props) {
  const id = `field-${field.replace('.', '-')}`
  const { maxLength = Number.POSITIVE_INFINITY } = input
  const full = (value?.length ?? 0) >= maxLength && t('field.full', { n: maxLength })
  useEffect(() => {
    if (full) announce(full)
  }, [full])
  const shared = {
    id,
    class: 'input',
    value: value ?? '',
    ...describedBy(id, field, wrong, hint),
  }
  return (
    <div class="field">
      <label for={id}>{label}</label>
      {lines ? (
        <textarea
          {...shared}
          maxLength={input.maxLength}
          placeholder={input.placeholder}
          onInput={(event) => onChange(event.currentTarget.value)}
        />
      ) : (
        <input type="text" {...shared} {...input} onInput={(event) => onChange(event.currentTarget.value)} />
      )}
      {hint && (
        <p class="hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
      {full && <p class="hint">{full}</p>}
      <FieldError id={id} field={field} wrong={wrong} />
    </div>
  )
}
