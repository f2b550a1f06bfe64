import { TriangleAlert } from 'lucide-preact'
import { useRef, useState } from 'preact/hooks'
import { t } from '../../i18n/index.ts'
import type { FormValues, PublicText } from '../../posting/form.ts'
import { findPhones, type PhoneSeen, takePhoneOut } from '../../posting/phone-in-text.ts'
import styles from './PhoneInText.module.css'

type Props = {
  fields: readonly PublicText[]
  values: FormValues
  onChange: (values: Partial<FormValues>) => void
}

/** Warns that a number in what everybody reads is read by everybody, and takes it out with one touch. */
export function PhoneInText({ fields, values, onChange }: Props) {
  const region = useRef<HTMLDivElement>(null)
  const [moved, setMoved] = useState<'phone.moved' | 'phone.removed'>()
  const { contact } = values
  const [seen] = findPhones(values, fields)
  const free = !contact.phone?.trim()
  const move = ({ field, phone }: PhoneSeen) => {
    onChange({
      [field]: takePhoneOut(values[field] ?? '', phone),
      ...(free ? { contact: { ...contact, phone: phone.replace(/[\u2010-\u2014]/g, '-') } } : {}),
    })
    setMoved(free ? 'phone.moved' : 'phone.removed')
    region.current?.focus()
  }
  return (
    <div ref={region} class={styles['region']} role="status" tabIndex={-1}>
      {seen ? (
        <div class="note">
          <TriangleAlert aria-hidden="true" />
          <div class="stack">
            <p>{t('phone.seen', { phone: seen.phone })}</p>
            <p>
              <button type="button" class="button" onClick={() => move(seen)}>
                {t(free ? 'phone.move' : 'phone.remove')}
              </button>
            </p>
          </div>
        </div>
      ) : (
        moved && <p class="hint">{t(moved)}</p>
      )}
    </div>
  )
}
