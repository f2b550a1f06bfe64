import { LocateFixed, MapPin, X } from 'lucide-preact'
import { useLayoutEffect, useRef, useState } from 'preact/hooks'
import { SPECIES } from '../../../api/domain/vocabulary.ts'
import { PlaceSearch } from '../../components/PlaceSearch.tsx'
import { WrongNote } from '../../components/WrongNote.tsx'
import { formatDistance } from '../../i18n/dates.ts'
import { coded, t } from '../../i18n/index.ts'
import { toggled } from '../../state/filters.ts'
import { locate } from '../../state/position.ts'
import { clearFilters, filters, nextLink, results, setFilters } from '../../state/search.ts'
import styles from './FilterSheet.module.css'

const DAYS = [1, 3, 7, 30, 90]
const RADII_M = [1000, 3000, 5000, 10_000, 30_000]
const DEFAULT_RADIUS_M = 5000

function Toggle({ on, onClick, children }: { on: boolean; onClick: () => void; children: string }) {
  return (
    <button type="button" class={styles['toggle']} aria-pressed={on} onClick={onClick}>
      {children}
    </button>
  )
}

function PlaceFilter() {
  const [state, setState] = useState<'idle' | 'locating' | 'refused'>('idle')
  const { near, radiusM = DEFAULT_RADIUS_M } = filters.value
  const findMe = async () => {
    setState('locating')
    try {
      const { lng, lat } = await locate()
      setFilters({ near: { lng, lat }, radiusM, bbox: undefined })
      setState('idle')
    } catch {
      setState('refused')
    }
  }
  return (
    <fieldset class={styles['group']}>
      <legend>{t('filter.place')}</legend>
      <div class="row">
        <button type="button" class="button" aria-busy={state === 'locating'} onClick={findMe}>
          <LocateFixed size={20} aria-hidden="true" />
          {t(state === 'locating' ? 'filter.place.locating' : 'filter.place.near')}
        </button>
      </div>
      {state === 'refused' && <WrongNote role="alert" words={t('filter.place.refused')} />}
      <PlaceSearch
        label={t('filter.place.search')}
        onChoose={(place) =>
          setFilters({
            near: { lng: place.lng, lat: place.lat },
            radiusM: Math.max(radiusM, place.radiusM),
            bbox: undefined,
          })
        }
      />
      {near && (
        <div class="row">
          <MapPin size={20} aria-hidden="true" />
          <select
            class={`input ${styles['radius']}`}
            aria-label={t('filter.place')}
            value={String(radiusM)}
            onChange={(event) => setFilters({ radiusM: Number(event.currentTarget.value) })}
          >
            {[...new Set([...RADII_M, radiusM])]
              .sort((a, b) => a - b)
              .map((value) => (
                <option key={value} value={String(value)}>
                  {t('filter.place.within', { distance: formatDistance(value) })}
                </option>
              ))}
          </select>
          <button
            type="button"
            class="button quiet"
            onClick={() => setFilters({ near: undefined, radiusM: undefined })}
          >
            {t('filter.place.anywhere')}
          </button>
        </div>
      )}
    </fieldset>
  )
}

/** All filters but kind and words; each choice works at once, so closing is never "cancel". */
export function FilterSheet({ onClose }: { onClose: () => void }) {
  const dialog = useRef<HTMLDialogElement>(null)
  const title = useRef<HTMLHeadingElement>(null)
  useLayoutEffect(() => {
    dialog.current?.showModal()
    // The browser would begin at the first button, which clears them all.
    title.current?.focus()
  }, [])
  const now = filters.value
  const close = () => dialog.current?.close()
  return (
    <dialog
      ref={dialog}
      class={styles['sheet']}
      aria-label={t('filter.title')}
      closedby="any"
      onClose={onClose}
    >
      <div class={styles['body']}>
        <div class={styles['head']}>
          <h2 ref={title} tabIndex={-1}>
            {t('filter.title')}
          </h2>
          <button type="button" class="button quiet" onClick={clearFilters}>
            {t('filter.clear')}
          </button>
          <button type="button" class={styles['close']} aria-label={t('action.close')} onClick={close}>
            <X size={22} aria-hidden="true" />
          </button>
        </div>
        <fieldset class={styles['group']}>
          <legend>{t('filter.species')}</legend>
          <div class={styles['toggles']}>
            {SPECIES.map((species) => (
              <Toggle
                key={species}
                on={now.species.includes(species)}
                onClick={() => setFilters({ species: toggled(now.species, species) })}
              >
                {coded('species', species)}
              </Toggle>
            ))}
          </div>
        </fieldset>
        <fieldset class={styles['group']}>
          <legend>{t('filter.time')}</legend>
          <div class={styles['toggles']}>
            <Toggle on={!now.days} onClick={() => setFilters({ days: undefined })}>
              {t('filter.time.any')}
            </Toggle>
            {DAYS.map((days) => (
              <Toggle
                key={days}
                on={now.days === days}
                onClick={() => setFilters({ days, since: undefined, until: undefined })}
              >
                {days === 1 ? t('filter.days.1') : t('filter.days', { n: days })}
              </Toggle>
            ))}
          </div>
        </fieldset>
        <PlaceFilter />
        <fieldset class={styles['group']}>
          <legend>{t('filter.status')}</legend>
          <div class={styles['toggles']}>
            {(['active', 'reunited'] as const).map((status) => (
              <Toggle
                key={status}
                on={now.status.includes(status) || (status === 'active' && now.status.length === 0)}
                onClick={() => setFilters({ status: status === 'active' ? [] : ['reunited'] })}
              >
                {t(`filter.status.${status}`)}
              </Toggle>
            ))}
          </div>
        </fieldset>
        <div class={styles['foot']}>
          <button type="button" class="button primary wide" onClick={close}>
            {nextLink.value ? t('filter.showMany') : t('filter.show', { n: results.value.length })}
          </button>
        </div>
      </div>
    </dialog>
  )
}
