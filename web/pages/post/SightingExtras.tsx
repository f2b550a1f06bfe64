import { t } from '../../i18n/index.ts'
import type { Errors } from '../../posting/check.ts'
import type { FormValues } from '../../posting/form.ts'
import { FoldedFields } from './fields/FoldedFields.tsx'
import { TextField } from './fields/TextField.tsx'
import { PhotoStep } from './PhotoStep.tsx'
import { PrivateInText } from './PrivateInText.tsx'

type Props = {
  values: FormValues
  wrong: Errors
  photos: number
  onChange: (values: Partial<FormValues>) => void
}

/** Words and photos of whoever saw a known animal: nobody need add any. */
export function SightingExtras({ values, wrong, photos, onChange }: Props) {
  return (
    <FoldedFields
      title={t('sighting.more')}
      hint={t('sighting.more.hint')}
      open={photos > 0 || Boolean(values.description?.trim())}
    >
      <TextField
        field="description"
        label={t('sighting.words')}
        value={values.description}
        wrong={wrong.description}
        onChange={(description) => onChange({ description })}
        lines
        input={{ maxLength: 5000, placeholder: t('sighting.words.example') }}
      />
      <PrivateInText fields={['description']} values={values} onChange={onChange} />
      <PhotoStep side="found" />
    </FoldedFields>
  )
}
