import { LOCATION_PRIVACIES } from '../../../api/domain/vocabulary.ts'
import { t } from '../../i18n/index.ts'
import type { Errors } from '../../posting/check.ts'
import { defaultPrivacy, type FormValues } from '../../posting/form.ts'
import type { LngLat } from '../../wire.ts'
import { PlaceField } from './fields/PlaceField.tsx'
import { WhenField } from './fields/WhenField.tsx'
import styles from './PlaceFields.module.css'
import { PrivacyPicture } from './PrivacyPicture.tsx'

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
  const privacy = values.locationPrivacy ?? defaultPrivacy(values.kind)
  return (
    <>
      <PlaceField
        title={t(values.kind === 'lost' ? 'place.title.lost' : 'place.title.found')}
        values={values}
        wrong={wrong.location}
        approximate={privacy === 'approximate'}
        around={around}
        fresh={fresh}
        onChange={onChange}
      />
      <WhenField
        value={values.occurredAt}
        wrong={wrong.occurredAt}
        onChange={(occurredAt) => onChange({ occurredAt })}
      />
      <fieldset class={styles['privacy']}>
        <legend>{t('privacy.title')}</legend>
        {LOCATION_PRIVACIES.map((option) => (
          <label key={option} class={styles['option']}>
            <input
              type="radio"
              name="locationPrivacy"
              checked={privacy === option}
              onChange={() => onChange({ locationPrivacy: option })}
            />
            <PrivacyPicture privacy={option} />
            <span>
              <strong>{t(`privacy.${option}`)}</strong>
              <span class="hint">{t(`privacy.${option}.hint`)}</span>
            </span>
          </label>
        ))}
      </fieldset>
    </>
  )
}
