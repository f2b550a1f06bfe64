import { TriangleAlert } from 'lucide-preact'
import { useRef, useState } from 'preact/hooks'
import { t } from '../../i18n/index.ts'
import type { FormValues } from '../../posting/form.ts'
import { findPhone, takePhoneOut } from '../../posting/phone-in-text.ts'
import styles from './PhoneInText.module.css'

type Props = { values: FormValues; onChange: (values: Partial<FormValues>) => void }

/** Warns that a number in the description is read by everybody, and takes it out with one touch. */
export function PhoneInText({ values, onChange }: Props) {
  const region = useRef<HTMLDivElement>(null)
  const [moved, setMoved] = useState<'phone.moved' | 'phone.removed'>()
  const { contact, description = '' } = values
  const phone = findPhone(description)
  const free = !contact.phone?.trim()
  const move = (found: string) => {
    onChange({
      description: takePhoneOut(description, found),
      ...(free ? { contact: { ...contact, phone: found.replace(/[\u2010-\u2014]/g, '-') } } : {}),
    })
    setMoved(free ? 'phone.moved' : 'phone.removed')
    region.current?.focus()
  }
  return (
    <div ref={region} class={styles['region']} role="status" tabIndex={-1}>
      {phone ? (
        <div class="note">
          <TriangleAlert aria-hidden="true" />
          <div class="stack">
            <p>{t('phone.seen', { phone })}</p>
            <p>
              <button type="button" class="button" onClick={() => move(phone)}>
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
