import { KIND_SHAPES } from '../../api/domain/kind-signs.ts'
import type { Kind } from '../../api/domain/vocabulary.ts'
import { kindToken } from './kinds.ts'

/** The shape of a kind, in its colour; words stand beside it, so it says nothing to a screen reader. */
export function KindShape({ kind }: { kind: Kind }) {
  return (
    <svg width="0.9em" height="0.9em" viewBox="0 0 24 24" aria-hidden="true" style={{ flex: 'none' }}>
      <path d={KIND_SHAPES[kind]} fill={`var(--${kindToken(kind)})`} />
      {kind === 'sighting' && <circle cx="12" cy="12" r="4.5" fill={`var(--${kindToken(kind)}-soft)`} />}
    </svg>
  )
}
