import { defaultPrivacy } from '../../../../api/domain/location-privacy.ts'
import type { LocationPrivacy } from '../../../../api/domain/vocabulary.ts'
import { formatDistance } from '../../../i18n/dates.ts'
import { t } from '../../../i18n/index.ts'
import { type FormValues, privacyOf } from '../../../posting/form.ts'
import { usePublicArea } from '../../../posting/usePublicArea.ts'
import type { Place } from '../../../wire.ts'
import { PrivacyPicture } from '../PrivacyPicture.tsx'
import styles from './PrivacyField.module.css'

/** About how wide the circle of an approximate place is, before there is a place. */
const USUAL_WIDTH_M = 1000

type OptionProps = {
  privacy: LocationPrivacy
  location: Place | undefined
  checked: boolean
  onChoose: () => void
}

/** One answer, with what everybody would see of the chosen place by it. */
function Option({ privacy, location, checked, onChoose }: OptionProps) {
  const { radiusM } = usePublicArea(location, privacy) ?? {}
  const distance = formatDistance(radiusM ? 2 * radiusM : USUAL_WIDTH_M)
  const isVague = privacy === 'exact' && Boolean(radiusM)
  return (
    <label class={styles['option']}>
      <input type="radio" name="locationPrivacy" checked={checked} onChange={onChoose} />
      <PrivacyPicture area={privacy === 'approximate' || isVague} />
      <span>
        <strong>{t(`privacy.${privacy}`)}</strong>
        <span class="hint">
          {t(isVague ? 'privacy.exact.vague' : `privacy.${privacy}.hint`, { distance })}
        </span>
      </span>
    </label>
  )
}

type Props = { values: FormValues; onChange: (values: Pick<FormValues, 'locationPrivacy'>) => void }

/** What strangers will see of the place: the person's choice, or what is chosen for them and why. */
export function PrivacyField({ values, onChange }: Props) {
  const { kind, location, locationPrivacy, placeFrom } = values
  const isGuarded = !locationPrivacy && placeFrom === 'photo' && defaultPrivacy(kind) === 'exact'
  const option = (privacy: LocationPrivacy) => (
    <Option
      privacy={privacy}
      location={location}
      checked={privacyOf(values) === privacy}
      onChoose={() => onChange({ locationPrivacy: privacy })}
    />
  )
  return (
    <fieldset class={styles['privacy']}>
      <legend>{t('privacy.title')}</legend>
      {isGuarded && <p class="hint">{t('privacy.photo')}</p>}
      {option('exact')}
      {option('approximate')}
    </fieldset>
  )
}
