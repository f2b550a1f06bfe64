import { Search } from 'lucide-preact'
import { useEffect, useId, useRef, useState } from 'preact/hooks'
import { findPlaces } from '../client.ts'
import { t } from '../i18n/index.ts'
import { config } from '../state/config.ts'
import { language } from '../state/device.ts'
import type { FoundPlace, LngLat } from '../wire.ts'
import { describeError } from './ErrorNote.tsx'
import styles from './PlaceSearch.module.css'

const WAIT_MS = 250
const MIN_LETTERS = 2

type Props = {
  label: string
  /** Places near here come first; the city when left out. */
  near?: LngLat | undefined
  onChoose: (place: FoundPlace) => void
}

/** A place by its name: a combobox by the ARIA pattern, arrows and Enter or a touch. */
export function PlaceSearch({ label, near, onChoose }: Props) {
  const id = useId()
  const [words, setWords] = useState('')
  const [places, setPlaces] = useState<FoundPlace[]>()
  const [active, setActive] = useState(-1)
  const [wrong, setWrong] = useState<string>()
  const chosen = useRef('')
  const list = useRef<HTMLDivElement>(null)

  useEffect(() => {
    const q = words.trim()
    if (q.length < MIN_LETTERS || q === chosen.current) {
      setPlaces(undefined)
      return
    }
    const controller = new AbortController()
    const timer = setTimeout(async () => {
      const [lng, lat] = config.peek().defaultCenter
      try {
        const { items } = await findPlaces(q, language.peek(), near ?? { lng, lat }, controller.signal)
        setPlaces(items)
        setActive(-1)
        setWrong(undefined)
      } catch (error) {
        if (!controller.signal.aborted) setWrong(describeError(error))
      }
    }, WAIT_MS)
    return () => {
      clearTimeout(timer)
      controller.abort()
    }
  }, [words])

  const choose = (place: FoundPlace) => {
    chosen.current = place.name
    setWords(place.name)
    setPlaces(undefined)
    onChoose(place)
  }
  const onKeyDown = (event: KeyboardEvent) => {
    const count = places?.length ?? 0
    // With no list open, Escape and Enter are the dialog's or the form's.
    if (count === 0) return
    if (event.key === 'Escape') setPlaces(undefined)
    else if (event.key === 'ArrowDown') setActive((active + 1) % count)
    else if (event.key === 'ArrowUp') setActive((active + count - 1) % count)
    else if (event.key === 'Enter') choose(places![Math.max(active, 0)]!)
    else return
    event.preventDefault()
  }
  const open = !!places && places.length > 0
  useEffect(() => {
    if (open) list.current?.scrollIntoView({ block: 'nearest' })
  }, [open])
  return (
    <div class={`field ${styles['place']}`}>
      <label for={id}>{label}</label>
      <div class={styles['box']}>
        <Search size={18} aria-hidden="true" />
        <input
          id={id}
          class="input"
          type="text"
          role="combobox"
          autoComplete="off"
          maxLength={200}
          placeholder={t('filter.place.placeholder')}
          aria-expanded={open}
          aria-autocomplete="list"
          aria-controls={`${id}-list`}
          aria-activedescendant={open && active >= 0 ? `${id}-${active}` : undefined}
          value={words}
          onInput={(event) => setWords(event.currentTarget.value)}
          onKeyDown={onKeyDown}
        />
      </div>
      <div
        ref={list}
        id={`${id}-list`}
        class={styles['list']}
        role="listbox"
        aria-label={label}
        hidden={!open}
      >
        {places?.map((place, index) => (
          <div
            key={`${place.lng},${place.lat},${place.name}`}
            id={`${id}-${index}`}
            class={styles['option']}
            role="option"
            tabIndex={-1}
            aria-selected={index === active}
            onPointerDown={(event) => event.preventDefault()}
            onClick={() => choose(place)}
            onKeyDown={onKeyDown}
          >
            <span>{place.name}</span>
            <span class="hint">{place.detail}</span>
          </div>
        ))}
      </div>
      <p class="hint" role="status">
        {wrong ?? (places?.length === 0 ? t('filter.place.none') : '')}
      </p>
    </div>
  )
}
