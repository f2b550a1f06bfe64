import { signal } from '@preact/signals'
import { useEffect, useId } from 'preact/hooks'
import type { PetLook } from '../../api/domain/drawing/types.ts'
import styles from './PetDrawing.module.css'

/** The drawing code comes with the first drawing that is needed; until then the box stays empty. */
const drawing = signal<typeof import('../../api/domain/drawing/index.ts') | undefined>(undefined)
let asked = false

function loadDrawing() {
  if (asked) return
  asked = true
  import('../../api/domain/drawing/index.ts').then(
    (module) => {
      drawing.value = module
    },
    () => {
      asked = false
    },
  )
}

type Props = {
  look: PetLook
  label?: string
  /** `field` carries the drawing's ground to the edges of its box; `none` is the animal alone. */
  ground?: 'field' | 'none'
}

export function PetDrawing({ look, label, ground = 'field' }: Props) {
  const id = useId()
  useEffect(loadDrawing, [])
  const svg = drawing.value?.drawPet(look, { background: ground, instance: id })
  return (
    <div
      class={styles['drawing']}
      data-picture
      data-ground={ground}
      data-vague={look.colours?.length === 0}
      {...(label ? { role: 'img', 'aria-label': label } : { 'aria-hidden': true })}
      {...(svg ? { dangerouslySetInnerHTML: { __html: svg } } : {})}
    />
  )
}
