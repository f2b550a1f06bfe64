import { LocateFixed } from 'lucide-preact'
import { useState } from 'preact/hooks'
import { THOROUGHNESSES, type Thoroughness } from '../../../api/domain/search-words.ts'
import { reportSearched } from '../../client.ts'
import { ErrorNote } from '../../components/ErrorNote.tsx'
import { useFocusAfter } from '../../components/useFocusAfter.ts'
import { WrongNote } from '../../components/WrongNote.tsx'
import { formatDistance } from '../../i18n/dates.ts'
import { t } from '../../i18n/index.ts'
import { PlacePicker } from '../../map/PlacePicker.tsx'
import { locate } from '../../state/position.ts'
import type { LngLat } from '../../wire.ts'
import { PillChoice } from '../post/fields/PillChoice.tsx'
import styles from './Searched.module.css'

const RADII_M = ['50', '100', '200', '500'] as const
type Radius = (typeof RADII_M)[number]
type Wrong = 'searched.where' | 'filter.place.refused'

type Props = { id: string; token: string; around: LngLat; onSaved: () => void; onCancel: () => void }

/** Where, how far around and how well: one tap for the place where one stands, and sensible answers for the rest. */
export function SearchedForm({ id, token, around, onSaved, onCancel }: Props) {
  const [place, setPlace] = useState<LngLat>()
  const [radius, setRadius] = useState<Radius>('100')
  const [how, setHow] = useState<Thoroughness>('careful')
  const [busy, setBusy] = useState<'locating' | 'saving'>()
  const [wrong, setWrong] = useState<Wrong>()
  const [failure, setFailure] = useState<unknown>()
  // The button that opened the form is gone.
  const first = useFocusAfter<HTMLButtonElement>(1)
  const choose = ({ lng, lat }: LngLat) => {
    setPlace({ lng, lat })
    setWrong(undefined)
  }
  const findMe = async () => {
    setBusy('locating')
    await locate().then(choose, () => setWrong('filter.place.refused'))
    setBusy(undefined)
  }
  const save = async (event: SubmitEvent) => {
    event.preventDefault()
    if (!place) {
      setWrong('searched.where')
      return
    }
    setBusy('saving')
    setFailure(undefined)
    try {
      await reportSearched(id, token, { location: place, radiusM: Number(radius), thoroughness: how })
      onSaved()
    } catch (error) {
      setFailure(error)
      setBusy(undefined)
    }
  }
  return (
    <form class={styles['form']} noValidate onSubmit={save}>
      <div class="row">
        <button ref={first} type="button" class="button" aria-busy={busy === 'locating'} onClick={findMe}>
          <LocateFixed size={20} aria-hidden="true" />
          {t(busy === 'locating' ? 'filter.place.locating' : 'searched.here')}
        </button>
      </div>
      {wrong && <WrongNote role="alert" words={t(wrong)} />}
      <PlacePicker value={place} radiusM={Number(radius)} around={around} onChange={choose} />
      <PillChoice
        name="searched-radius"
        legend={t('searched.radius')}
        options={RADII_M}
        value={radius}
        label={(option) => formatDistance(Number(option))}
        onChange={(option) => option && setRadius(option)}
      />
      <PillChoice
        name="searched-how"
        legend={t('searched.how')}
        options={THOROUGHNESSES}
        value={how}
        label={(option) => t(`thoroughness.${option}`)}
        onChange={(option) => option && setHow(option)}
      />
      {failure !== undefined && <ErrorNote error={failure} kept />}
      <div class="row">
        <button type="submit" class="button primary" disabled={busy === 'saving'}>
          {t('searched.save')}
        </button>
        <button type="button" class="button" onClick={onCancel}>
          {t('action.cancel')}
        </button>
      </div>
    </form>
  )
}
