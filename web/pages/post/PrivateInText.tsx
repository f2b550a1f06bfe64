import { TriangleAlert } from 'lucide-preact'
import { useRef, useState } from 'preact/hooks'
import { t } from '../../i18n/index.ts'
import type { FormValues, PublicText } from '../../posting/form.ts'
import { findPrivate, type PrivateSeen, takeOut } from '../../posting/private-in-text.ts'
import styles from './PrivateInText.module.css'

/** Typed in a text a dash may be any; a telephone's is a hyphen. */
const asContact = (words: string) => words.replace(/[\u2010-\u2014]/g, '-')

type Contact = Extract<PrivateSeen['kind'], keyof FormValues['contact']>
const hasContactField = (kind: PrivateSeen['kind']): kind is Contact => kind !== 'home'

type Props = {
  fields: readonly PublicText[]
  values: FormValues
  onChange: (values: Partial<FormValues>) => void
}

/** Warns of what everybody would read of the author, and takes a number or an address out with one touch. */
export function PrivateInText({ fields, values, onChange }: Props) {
  const region = useRef<HTMLDivElement>(null)
  const [done, setDone] = useState<`${Contact}.${'moved' | 'removed'}`>()
  const { contact } = values
  const seen = findPrivate(values, fields)
  const isFree = (kind: Contact) => !contact[kind]?.trim()
  const move = ({ field, words }: PrivateSeen, kind: Contact) => {
    onChange({
      [field]: takeOut(values[field] ?? '', words),
      ...(isFree(kind) ? { contact: { ...contact, [kind]: asContact(words) } } : {}),
    })
    setDone(isFree(kind) ? `${kind}.moved` : `${kind}.removed`)
    region.current?.focus()
  }
  return (
    <div ref={region} class={styles['region']} role="status" tabIndex={-1}>
      {seen.map((each) => {
        const { kind, words } = each
        return (
          <div key={kind} class="note">
            <TriangleAlert aria-hidden="true" />
            <div class="stack">
              <p>{t(`${kind}.seen`, { words })}</p>
              {hasContactField(kind) && (
                <p>
                  <button type="button" class="button" onClick={() => move(each, kind)}>
                    {t(isFree(kind) ? `${kind}.move` : `${kind}.remove`)}
                  </button>
                </p>
              )}
            </div>
          </div>
        )
      })}
      {done && !seen.some(({ kind }) => done.startsWith(kind)) && <p class="hint">{t(done)}</p>}
    </div>
  )
}
