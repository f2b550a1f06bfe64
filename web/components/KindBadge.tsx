import type { Kind, Sex, Species } from '../../api/domain/vocabulary.ts'
import styles from './KindBadge.module.css'
import { KindShape } from './KindShape.tsx'
import { kindLabel, kindToken } from './kinds.ts'

type Props = { kind: Kind; species: Species; sex?: Sex | undefined }

export function KindBadge({ kind, species, sex }: Props) {
  const token = kindToken(kind)
  return (
    <span
      class={styles['badge']}
      style={{ '--_ink': `var(--${token})`, '--_ground': `var(--${token}-soft)` }}
    >
      <KindShape kind={kind} />
      {kindLabel(kind, species, sex)}
    </span>
  )
}
