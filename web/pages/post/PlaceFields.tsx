import { t } from '../../i18n/index.ts'
import type { Errors } from '../../posting/check.ts'
import { type FormValues, privacyOf } from '../../posting/form.ts'
import type { LngLat } from '../../wire.ts'
import { PlaceField } from './fields/PlaceField.tsx'
import { PrivacyField } from './fields/PrivacyField.tsx'
import { WhenField } from './fields/WhenField.tsx'

type Props = {
  values: FormValues
  wrong: Errors
  /** Nothing is said yet: the place and the time can be given with one touch. */
  fresh?: boolean
  /** Where to look before a place is chosen. */
  around?: LngLat | undefined
  onChange: (values: Partial<FormValues>) => void
}

/** Where and when, and what strangers will see of the place. */
export function PlaceFields({ values, wrong, fresh = false, around, onChange }: Props) {
  return (
    <>
      <PlaceField
        title={t(values.kind === 'lost' ? 'place.title.lost' : 'place.title.found')}
        values={values}
        wrong={wrong.location}
        privacy={privacyOf(values)}
        around={around}
        fresh={fresh}
        onChange={onChange}
      />
      <WhenField
        value={values.occurredAt}
        wrong={wrong.occurredAt}
        onChange={(occurredAt) => onChange({ occurredAt })}
      />
      <PrivacyField values={values} onChange={onChange} />
    </>
  )
}
