import { CheckCircle2, LocateFixed, MapPin } from 'lucide-preact'
import { useState } from 'preact/hooks'
import type { LocationPrivacy } from '../../../../api/domain/vocabulary.ts'
import { PlaceSearch } from '../../../components/PlaceSearch.tsx'
import { useNearestPlace } from '../../../components/useNearestPlace.ts'
import { useNearPlace } from '../../../components/useNearPlace.ts'
import { WrongNote } from '../../../components/WrongNote.tsx'
import { nameInFull } from '../../../components/where.ts'
import { formatPoint } from '../../../i18n/dates.ts'
import { t } from '../../../i18n/index.ts'
import { PlacePicker } from '../../../map/PlacePicker.tsx'
import type { Wrong } from '../../../posting/check.ts'
import type { FormValues } from '../../../posting/form.ts'
import { usePublicArea } from '../../../posting/usePublicArea.ts'
import { locate } from '../../../state/position.ts'
import type { LngLat } from '../../../wire.ts'
import styles from './PlaceField.module.css'
import { FieldError } from './TextField.tsx'

type Props = {
  title: string
  values: Pick<FormValues, 'location' | 'placeName'>
  /** Also offers the time: it was here, just now. */
  fresh: boolean
  wrong: Wrong | undefined
  /** How strangers will see it: the map shows it, and it is named as for them. */
  privacy: LocationPrivacy
  /** Where to look before a place is chosen. */
  around?: LngLat | undefined
  onChange: (values: Pick<FormValues, 'location' | 'placeName' | 'placeFrom' | 'occurredAt'>) => void
}

/** A place three ways: where the device is, by name, on the map. Any of them is enough. */
export function PlaceField({ title, values, fresh, wrong, privacy, around, onChange }: Props) {
  const [state, setState] = useState<'idle' | 'locating' | 'refused'>('idle')
  const { location, placeName } = values
  const findMe = async (when: Pick<FormValues, 'occurredAt'> = {}) => {
    setState('locating')
    try {
      onChange({ location: await locate(), placeName: undefined, placeFrom: undefined, ...when })
      setState('idle')
    } catch {
      setState('refused')
    }
  }
  const unnamed = placeName ? undefined : location
  const shown = useNearestPlace(usePublicArea(unnamed, privacy))
  const far = useNearPlace(shown === null ? unnamed : undefined)
  const place = placeName ?? nameInFull(shown) ?? far ?? (location && formatPoint(location))
  const words =
    state === 'locating' ? t('filter.place.locating') : place ? t('place.chosen', { place }) : t('place.none')
  return (
    <fieldset class={styles['place']}>
      <legend>{title}</legend>
      <FieldError id="field-location" field="location" wrong={wrong} />
      <div class="actions">
        {fresh && (
          <button
            type="button"
            class="button"
            data-field="location"
            onClick={() => findMe({ occurredAt: new Date().toISOString() })}
          >
            <LocateFixed size={20} aria-hidden="true" />
            {t('place.hereNow')}
          </button>
        )}
        <button type="button" class="button" data-field="location" onClick={() => findMe()}>
          <LocateFixed size={20} aria-hidden="true" />
          {t(fresh ? 'place.here' : 'place.mine')}
        </button>
      </div>
      <p
        class={styles['chosen']}
        role="status"
        aria-busy={state === 'locating'}
        data-chosen={location !== undefined}
      >
        {location ? <CheckCircle2 size={20} aria-hidden="true" /> : <MapPin size={20} aria-hidden="true" />}
        <span>{words}</span>
      </p>
      {state === 'refused' && <WrongNote role="alert" words={t('filter.place.refused')} />}
      <PlaceSearch
        label={t('place.search')}
        near={around}
        onChoose={({ lng, lat, radiusM, name }) =>
          onChange({
            location: { lng, lat, accuracyM: Math.round(radiusM) },
            placeName: name,
            placeFrom: undefined,
          })
        }
      />
      <PlacePicker
        value={location}
        privacy={privacy}
        around={around}
        // A pin put right is still the photo's place: it stays as hidden as it was.
        onChange={(place) => onChange({ location: place, placeName: undefined })}
      />
    </fieldset>
  )
}
