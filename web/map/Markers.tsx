import { Bird, Cat, Dog, PawPrint, Rabbit, Rat, Turtle } from 'lucide-preact'
import { HOME_SHAPE, KIND_SHAPES } from '../../api/domain/kind-signs.ts'
import type { Species } from '../../api/domain/vocabulary.ts'
import { kindToken } from '../components/kinds.ts'
import { formatList, formatWhen } from '../i18n/dates.ts'
import { coded, t } from '../i18n/index.ts'
import { nowMs } from '../state/clock.ts'
import { picturesShown } from '../state/device.ts'
import { hoveredId, selectedId } from '../state/search.ts'
import { type ClusterItem, clusterSizePx, type MapReport, ringShares, type StackItem } from './items.ts'
import styles from './Markers.module.css'
import { markerWords } from './marker-words.ts'

const SPECIES_ICONS: Record<Species, typeof PawPrint> = {
  dog: Dog,
  cat: Cat,
  bird: Bird,
  rabbit: Rabbit,
  ferret: Rat,
  rodent: Rat,
  reptile: Turtle,
  horse: PawPrint,
  other: PawPrint,
}

const RING_RADIUS = 20
const RING_LENGTH = 2 * Math.PI * RING_RADIUS

function Ring({ countsByKind }: Pick<ClusterItem, 'countsByKind'>) {
  return (
    <svg class={styles['ring']} viewBox="0 0 48 48" aria-hidden="true">
      <circle cx="24" cy="24" r="23" fill="var(--surface-raised)" />
      {ringShares(countsByKind).map(({ kind, from, to }) => (
        <circle
          key={kind}
          cx="24"
          cy="24"
          r={RING_RADIUS}
          fill="none"
          stroke={`var(--${kindToken(kind)})`}
          stroke-width="5"
          stroke-dasharray={`${(to - from) * RING_LENGTH} ${RING_LENGTH}`}
          stroke-dashoffset={-from * RING_LENGTH}
          transform="rotate(-90 24 24)"
        />
      ))}
    </svg>
  )
}

function shortCount(count: number): string {
  return count < 1000 ? String(count) : `${Math.floor(count / 100) / 10}k`.replace('.0k', 'k')
}

function kindWords(countsByKind: ClusterItem['countsByKind']): string {
  return formatList(
    ringShares(countsByKind).map(({ kind }) =>
      t('map.clusterKind', { kind: coded('kinds', kind).toLocaleLowerCase(), n: countsByKind[kind]! }),
    ),
  )
}

export function ClusterMarker({ item, open }: { item: ClusterItem; open: () => void }) {
  const size = clusterSizePx(item.count)
  return (
    <button
      type="button"
      class={styles['cluster']}
      style={{ inlineSize: `${size}px`, blockSize: `${size}px` }}
      aria-label={t('map.cluster', { n: item.count, kinds: kindWords(item.countsByKind) })}
      onClick={open}
    >
      <Ring countsByKind={item.countsByKind} />
      <span aria-hidden="true">{shortCount(item.count)}</span>
    </button>
  )
}

export function StackMarker({
  item,
  opened,
  toggle,
}: {
  item: StackItem
  opened: boolean
  toggle: () => void
}) {
  const countsByKind: ClusterItem['countsByKind'] = {}
  for (const { kind } of item.reports) countsByKind[kind] = (countsByKind[kind] ?? 0) + 1
  const n = item.reports.length
  return (
    <button
      type="button"
      class={`${styles['cluster']} ${styles['stack']}`}
      style={{ inlineSize: '46px', blockSize: '46px' }}
      aria-expanded={opened}
      aria-label={t('map.stack', { n })}
      onClick={toggle}
    >
      <Ring countsByKind={countsByKind} />
      <span aria-hidden="true">{n}</span>
    </button>
  )
}

type ReportMarkerProps = { item: MapReport; close: boolean; pointing: boolean; choose?: () => void }

/**
 * Far off a report is its kind's shape; close by its photo in a ring of the kind's colour. Only an exact place has a
 * tip that points: an approximate one stays round, within the area drawn under it.
 */
export function ReportMarker({ item, close, pointing, choose }: ReportMarkerProps) {
  const { id, kind, species, isHome, approximate, photoId } = item
  const token = kindToken(kind)
  const Icon = SPECIES_ICONS[species] ?? PawPrint
  const state = selectedId.value === id ? 'selected' : hoveredId.value === id ? 'hovered' : 'plain'
  const look = {
    class: styles['report'],
    'data-close': close,
    'data-pointing': pointing,
    'data-approximate': approximate,
    'data-state': state,
    style: isHome
      ? { '--_kind': 'var(--primary)', '--_soft': 'var(--lamp-soft)' }
      : { '--_kind': `var(--${token})`, '--_soft': `var(--${token}-soft)` },
    'aria-label': approximate ? t('map.approximate', { report: markerWords(item) }) : markerWords(item),
  }
  const picture = (
    <>
      <span class={styles['face']}>
        {photoId && close && kind !== 'found_deceased' && picturesShown.value ? (
          <img src={`/photos/${photoId}/thumb.webp`} alt="" width="52" height="52" draggable={false} />
        ) : (
          <Icon size={close ? 28 : 18} strokeWidth={1.9} aria-hidden="true" />
        )}
      </span>
      <svg class={styles['badge']} viewBox="0 0 24 24" aria-hidden="true">
        <path d={isHome ? HOME_SHAPE : KIND_SHAPES[kind]} />
      </svg>
    </>
  )
  if (!choose) {
    return (
      <div {...look} role="img">
        {picture}
      </div>
    )
  }
  return (
    <button
      {...look}
      type="button"
      aria-pressed={state === 'selected'}
      onClick={choose}
      onPointerEnter={() => {
        hoveredId.value = id
      }}
      onPointerLeave={() => {
        if (hoveredId.peek() === id) hoveredId.value = undefined
      }}
    >
      {picture}
    </button>
  )
}

type StepProps = { numbers: readonly number[]; id: string; occurredAt: string; last: boolean }

/** Commas, which are read aloud as a list: who speaks to the device says what is written there. */
const joinNumbers = (numbers: readonly number[]) => numbers.join(', ')

/** One or more sightings of a track, by their numbers in the list. */
export function StepMarker({ numbers, id, occurredAt, last }: StepProps) {
  return (
    <a
      class={`number ${styles['step']}`}
      href={`/reports/${id}`}
      data-last={last}
      aria-label={t('map.track.point', {
        n: joinNumbers(numbers),
        when: formatWhen(occurredAt, nowMs.value),
      })}
    >
      {joinNumbers(numbers)}
    </a>
  )
}

/** One or more places of the list "look here first", by their numbers there. */
export function LookMarker({ numbers }: { numbers: readonly number[] }) {
  return (
    <span
      class={`number ${styles['look']}`}
      role="img"
      aria-label={t('map.look.point', { n: joinNumbers(numbers) })}
    >
      {joinNumbers(numbers)}
    </span>
  )
}
