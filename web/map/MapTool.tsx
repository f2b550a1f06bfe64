import type { LucideIcon } from 'lucide-preact'
import styles from './MapTool.module.css'

type Props = {
  icon: LucideIcon
  words: string
  onClick: () => void
  pressed?: boolean
  busy?: boolean
  /** On a phone the icon alone is seen. */
  short?: boolean
}

/** One button of the row over the map. */
export function MapTool({ icon: Icon, words, onClick, pressed, busy, short = false }: Props) {
  return (
    <button
      type="button"
      class={styles['tool']}
      aria-label={short ? words : undefined}
      aria-pressed={pressed}
      aria-busy={busy}
      onClick={onClick}
    >
      <Icon size={20} aria-hidden="true" />
      <span data-wide={short ? '' : undefined}>{words}</span>
    </button>
  )
}
