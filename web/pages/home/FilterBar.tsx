import { Search, SlidersHorizontal, X } from 'lucide-preact'
import { useState } from 'preact/hooks'
import { KINDS } from '../../../api/domain/vocabulary.ts'
import { KindShape } from '../../components/KindShape.tsx'
import { kindToken } from '../../components/kinds.ts'
import { formatDistance } from '../../i18n/dates.ts'
import { coded, t } from '../../i18n/index.ts'
import { lowVision } from '../../state/device.ts'
import { type Filters, toggled } from '../../state/filters.ts'
import { clearFilters, filters, setFilters } from '../../state/search.ts'
import styles from './FilterBar.module.css'
import { FilterSheet } from './FilterSheet.tsx'

type Chip = { key: string; name: string; without: Partial<Filters> }

/** The filters that are set and not seen as pressed chips: each can be taken off with one touch. */
function setChips(now: Filters): Chip[] {
  const chips: Chip[] = now.species.map((species) => ({
    key: species,
    name: coded('species', species),
    without: { species: toggled(now.species, species) },
  }))
  if (now.days) {
    const name = now.days === 1 ? t('filter.days.1') : t('filter.days', { n: now.days })
    chips.push({ key: 'days', name, without: { days: undefined } })
  }
  if (now.since || now.until) {
    const name = [now.since?.slice(0, 10), now.until?.slice(0, 10)].join('–')
    chips.push({ key: 'dates', name, without: { since: undefined, until: undefined } })
  }
  if (now.near) {
    const name = t('filter.place.within', { distance: formatDistance(now.radiusM ?? 5000) })
    chips.push({ key: 'near', name, without: { near: undefined, radiusM: undefined } })
  }
  if (now.bbox) chips.push({ key: 'bbox', name: t('filter.place.area'), without: { bbox: undefined } })
  for (const status of now.status) {
    if (status !== 'active' && status !== 'reunited') continue
    const name = t(`filter.status.${status}`)
    chips.push({ key: status, name, without: { status: toggled(now.status, status) } })
  }
  return chips
}

export function FilterBar() {
  const [open, setOpen] = useState(false)
  const now = filters.value
  const chips = setChips(now)
  const search = (event: SubmitEvent) => {
    event.preventDefault()
    const words = new FormData(event.currentTarget as HTMLFormElement).get('q')
    setFilters({ q: String(words ?? '').trim() || undefined })
  }
  return (
    <search class={styles['bar']} data-scripted aria-label={t('filter.title')}>
      <div class={styles['top']}>
        <form class={styles['search']} action="/" onSubmit={search}>
          <input
            key={now.q}
            class="input"
            type="search"
            name="q"
            defaultValue={now.q ?? ''}
            maxLength={200}
            aria-label={t('filter.search.label')}
            placeholder={t(lowVision.value ? 'filter.search' : 'filter.search.placeholder')}
            onInput={(event) => event.currentTarget.value === '' && now.q && setFilters({ q: undefined })}
          />
          <button type="submit" class={styles['go']} aria-label={t('filter.search')}>
            <Search size={20} aria-hidden="true" />
          </button>
        </form>
        <button type="button" class="button" aria-haspopup="dialog" onClick={() => setOpen(true)}>
          <SlidersHorizontal size={20} aria-hidden="true" />
          <span class="unseen">
            {chips.length > 0 ? t('filter.moreCount', { n: chips.length }) : t('filter.more')}
          </span>
          <span class={styles['moreWord']} aria-hidden="true">
            {t('filter.more')}
          </span>
          {chips.length > 0 && (
            <span class={styles['count']} aria-hidden="true">
              {chips.length}
            </span>
          )}
        </button>
      </div>
      <fieldset>
        <legend class="unseen">{t('filter.kind')}</legend>
        <div class={styles['kinds']}>
          {KINDS.map((kind) => (
            <button
              key={kind}
              type="button"
              class={styles['kind']}
              style={{ '--_ink': `var(--${kindToken(kind)})`, '--_soft': `var(--${kindToken(kind)}-soft)` }}
              aria-pressed={now.kind.includes(kind)}
              onClick={() => setFilters({ kind: toggled(now.kind, kind) })}
            >
              <KindShape kind={kind} />
              {t(`kinds.${kind}`)}
            </button>
          ))}
        </div>
      </fieldset>
      {chips.length > 0 && (
        <div class={styles['chips']}>
          {chips.map((chip) => (
            <button
              key={chip.key}
              type="button"
              class={styles['chip']}
              aria-label={t('filter.remove', { name: chip.name })}
              onClick={() => setFilters(chip.without)}
            >
              {chip.name}
              <X size={16} aria-hidden="true" />
            </button>
          ))}
          <button type="button" class={styles['clear']} onClick={clearFilters}>
            {t('filter.clear')}
          </button>
        </div>
      )}
      {open && <FilterSheet onClose={() => setOpen(false)} />}
    </search>
  )
}
