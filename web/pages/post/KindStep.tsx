import { Eye, HeartHandshake, House, Leaf } from 'lucide-preact'
import { FINDER_KINDS, type FinderKind } from '../../../api/domain/vocabulary.ts'
import { kindToken } from '../../components/kinds.ts'
import { t } from '../../i18n/index.ts'
import { changeValues, draft } from '../../posting/draft.ts'
import styles from './KindStep.module.css'

const ICONS = { found: HeartHandshake, sighting: Eye, found_deceased: Leaf, shelter_intake: House }

/** What happened, in the finder's words; one touch chooses and goes on. */
export function KindStep({ onNext }: { onNext: () => void }) {
  const choose = (kind: FinderKind) => {
    changeValues({ kind })
    onNext()
  }
  return (
    <ul class={styles['kinds']}>
      {FINDER_KINDS.map((kind, index) => {
        const Icon = ICONS[kind]
        return (
          <li key={kind}>
            <button
              type="button"
              class={styles['kind']}
              style={{ '--_ink': `var(--${kindToken(kind)})`, '--_soft': `var(--${kindToken(kind)}-soft)` }}
              aria-pressed={draft.value.values.kind === kind}
              onClick={() => choose(kind)}
              {...(index === 0 ? { 'data-field': 'kind' } : {})}
            >
              <span class={styles['icon']}>
                <Icon size={30} aria-hidden="true" />
              </span>
              <span class={styles['words']}>
                <strong>{t(`kindChoice.${kind}`)}</strong>
                <span>{t(`kindChoice.${kind}.hint`)}</span>
              </span>
            </button>
          </li>
        )
      })}
    </ul>
  )
}
