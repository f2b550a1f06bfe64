import { Footprints, X } from 'lucide-preact'
import { useRef, useState } from 'preact/hooks'
import { withdrawSearched } from '../../client.ts'
import { ErrorNote } from '../../components/ErrorNote.tsx'
import { middleOf, placeOf } from '../../components/geo.ts'
import { useFocusAfter } from '../../components/useFocusAfter.ts'
import { wayWords } from '../../components/way.ts'
import { formatAgo, formatDistance } from '../../i18n/dates.ts'
import { t } from '../../i18n/index.ts'
import { announce } from '../../state/announce.ts'
import { nowMs } from '../../state/clock.ts'
import type { LngLat, ReportFeature, SearchArea } from '../../wire.ts'
import styles from './Searched.module.css'
import { SearchedForm } from './SearchedForm.tsx'

/** Where ground lies, as seen from where the search began. */
function wayFrom(start: LngLat, to: LngLat): string {
  const way = wayWords(start, to)
  return way ? t('look.away', { way }) : t('searched.start')
}

type Props = { report: ReportFeature; token: string; area: SearchArea; onChange: () => void }

/** Ground that was gone through in vain: said with a few taps, listed, and taken back with one. */
export function Searched({ report, token, area, onChange }: Props) {
  const [open, setOpen] = useState(false)
  const [cancels, setCancels] = useState(0)
  const opener = useFocusAfter<HTMLButtonElement>(cancels)
  const [said, setSaid] = useState<'searched.saved' | 'searched.gone'>()
  const [failure, setFailure] = useState<unknown>()
  const title = useRef<HTMLHeadingElement>(null)
  const start = placeOf(report)
  const circles = area.features
    .flatMap((feature) =>
      feature.properties.kind === 'searched'
        ? [{ ...feature.properties, way: wayFrom(start, middleOf(feature)) }]
        : [],
    )
    .sort((a, b) => b.searchedAt.localeCompare(a.searchedAt))
  // What was pressed is gone after it, so focus goes to the heading.
  const done = (words: 'searched.saved' | 'searched.gone') => {
    setSaid(words)
    announce(t(words))
    onChange()
    title.current?.focus()
  }
  const remove = async (id: string) => {
    setFailure(undefined)
    try {
      await withdrawSearched(report.id, token, id)
      done('searched.gone')
    } catch (error) {
      setFailure(error)
    }
  }
  return (
    <section class={`panel ${styles['searched']}`} aria-labelledby="searched-title">
      <h3 id="searched-title" ref={title} tabIndex={-1}>
        {t('searched.title')}
      </h3>
      <p class="hint">{t('searched.lead')}</p>
      {circles.length === 0 && <p>{t('searched.none')}</p>}
      <ul class={styles['circles']}>
        {circles.map(({ id, radiusM, thoroughness, searchedAt, way }) => {
          const words = t('searched.circle', { distance: formatDistance(radiusM), side: way })
          return (
            <li key={id} class={styles['circle']}>
              <span>
                {words}
                <span class="hint">
                  {t(`thoroughness.${thoroughness}`)} · {formatAgo(searchedAt, nowMs.value)}
                </span>
              </span>
              <button
                type="button"
                class="button"
                aria-label={`${t('searched.remove')}: ${words}`}
                onClick={() => remove(id)}
              >
                <X size={18} aria-hidden="true" />
                {t('searched.remove')}
              </button>
            </li>
          )
        })}
      </ul>
      {said && <p>{t(said)}</p>}
      {failure !== undefined && <ErrorNote error={failure} />}
      {open ? (
        <SearchedForm
          id={report.id}
          token={token}
          around={start}
          onCancel={() => {
            setOpen(false)
            setCancels((now) => now + 1)
          }}
          onSaved={() => {
            setOpen(false)
            done('searched.saved')
          }}
        />
      ) : (
        <p>
          <button
            ref={opener}
            type="button"
            class="button primary"
            onClick={() => {
              setSaid(undefined)
              setOpen(true)
            }}
          >
            <Footprints size={20} aria-hidden="true" />
            {t('searched.add')}
          </button>
        </p>
      )}
    </section>
  )
}
