import type { Kind, Species } from '../../api/domain/vocabulary.ts'
import styles from './KindBadge.module.css'
import { KindShape } from './KindShape.tsx'
import { kindLabel, kindToken } from './kinds.ts'

export function KindBadge({ kind, species }: { kind: Kind; species: Species }) {
  const token = kindToken(kind)
  return (
    <span
      class={styles['badge']}
      style={{ '--_ink': `var(--${token})`, '--_ground': `var(--${token}-soft)` }}
    >
      <KindShape kind={kind} />
      {kindLabel(kind, species)}
    </span>
  )
}
