import { ShieldCheck } from 'lucide-preact'
import { t } from '../../i18n/index.ts'
import type { Errors } from '../../posting/check.ts'
import type { FormValues } from '../../posting/form.ts'
import { TextField } from './fields/TextField.tsx'

type Props = { values: FormValues; wrong: Errors; onChange: (values: Partial<FormValues>) => void }

export function ContactFields({ values, wrong, onChange }: Props) {
  const { contact } = values
  const change = (partial: typeof contact) => onChange({ contact: { ...contact, ...partial } })
  return (
    <>
      <h2>{t(values.kind === 'lost' ? 'contact.lead.lost' : 'contact.lead.found')}</h2>
      <p class="note" data-tone="calm">
        <ShieldCheck aria-hidden="true" />
        <span>{t('contact.hidden')}</span>
      </p>
      <TextField
        field="contact.email"
        label={t('contact.email')}
        hint={t('contact.email.hint')}
        value={contact.email}
        wrong={wrong['contact.email']}
        onChange={(email) => change({ email })}
        input={{
          type: 'email',
          inputMode: 'email',
          autoComplete: 'email',
          maxLength: 254,
          spellcheck: false,
        }}
      />
      {!contact.email?.trim() && <p class="hint">{t('contact.without')}</p>}
      <TextField
        field="contact.name"
        label={t('contact.name')}
        value={contact.name}
        wrong={wrong['contact.name']}
        onChange={(name) => change({ name })}
        input={{ autoComplete: 'given-name', maxLength: 100 }}
      />
      <TextField
        field="contact.phone"
        label={t('contact.phone')}
        hint={t(values.kind === 'lost' ? 'contact.phone.hint.lost' : 'contact.phone.hint.found')}
        value={contact.phone}
        wrong={wrong['contact.phone']}
        onChange={(phone) => change({ phone })}
        input={{ type: 'tel', inputMode: 'tel', autoComplete: 'tel', maxLength: 40 }}
      />
    </>
  )
}
