import type { ComponentChildren } from 'preact'
import { useState } from 'preact/hooks'
import styles from './FoldedFields.module.css'

type Props = {
  title: string
  hint: string
  /** Something stands there already: it is shown from the beginning. */
  open?: boolean
  children: ComponentChildren
}

/** What nobody need say, out of the way until it is asked for. */
export function FoldedFields({ title, hint, open = false, children }: Props) {
  const [opened] = useState(open)
  return (
    <details class={styles['more']} open={opened}>
      <summary>
        <strong>{title}</strong>
        <span class="hint">{hint}</span>
      </summary>
      <div class={styles['fields']}>{children}</div>
    </details>
  )
}
