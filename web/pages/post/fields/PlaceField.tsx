import { CheckCircle2, LocateFixed, MapPin } from 'lucide-preact'
import { useState } from 'preact/hooks'
import { PlacePicker } from '../../../components/PlacePicker.tsx'
import { PlaceSearch } from '../../../components/PlaceSearch.tsx'
import { t } from '../../../i18n/index.ts'
import type { Wrong } from '../../../posting/check.ts'
import type { FormValues } from '../../../posting/form.ts'
import { locate } from '../../../state/position.ts'
import type { LngLat } from '../../../wire.ts'
import styles from './PlaceField.module.css'
import { FieldError } from './TextField.tsx'

type Props = {
  title: string
  values: Pick<FormValues, 'location' | 'placeName'>
  wrong: Wrong | undefined
  /** Strangers will see an area only: the map shows it. */
  approximate: boolean
  /** Where to look before a place is chosen. */
  around?: LngLat | undefined
  onChange: (values: Pick<FormValues, 'location' | 'placeName'>) => void
}

/** A place three ways: where the device is, by name, on the map. Any of them is enough. */
export function PlaceField({ title, values, wrong, approximate, around, onChange }: Props) {
  const [state, setState] = useState<'idle' | 'locating' | 'refused'>('idle')
  const { location, placeName } = values
  const findMe = async () => {
    setState('locating')
    try {
      onChange({ location: await locate(), placeName: undefined })
      setState('idle')
    } catch {
      setState('refused')
    }
  }
  const point =
    location && t('place.chosenPoint', { lat: location.lat.toFixed(4), lng: location.lng.toFixed(4) })
  return (
    <fieldset class={styles['place']}>
      <legend>{title}</legend>
      <FieldError id="field-location" field="location" wrong={wrong} />
      <div class="row">
        <button
          type="button"
          class="button"
          data-field="location"
          aria-busy={state === 'locating'}
          onClick={findMe}
        >
          <LocateFixed size={20} aria-hidden="true" />
          {t(state === 'locating' ? 'filter.place.locating' : 'place.here')}
        </button>
      </div>
      {state === 'refused' && (
        <p class="wrong" role="alert">
          {t('filter.place.refused')}
        </p>
      )}
      <PlaceSearch
        label={t('place.search')}
        near={around}
        onChoose={({ lng, lat, radiusM, name }) =>
          onChange({ location: { lng, lat, accuracyM: Math.round(radiusM) }, placeName: name })
        }
      />
      <PlacePicker
        value={location}
        accuracyM={location?.accuracyM}
        approximate={approximate}
        around={around}
        onChange={(place) => onChange({ location: place, placeName: undefined })}
      />
      <p class={styles['chosen']} role="status" data-chosen={location !== undefined}>
        {location ? <CheckCircle2 size={20} aria-hidden="true" /> : <MapPin size={20} aria-hidden="true" />}
        {point ? t('place.chosen', { place: placeName ?? point }) : t('place.none')}
      </p>
    </fieldset>
  )
}
