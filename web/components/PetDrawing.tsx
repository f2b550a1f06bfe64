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
  /** `fill` carries the drawing's ground to the edges of its box; `none` is the animal alone. */
  ground?: 'fill' | 'none'
}

export function PetDrawing({ look, label, ground = 'fill' }: Props) {
  const id = useId()
  useEffect(loadDrawing, [])
  const code = drawing.value
  const svg = code?.drawPet(look, { background: 'none', instance: id })
  return (
    <div
      class={styles['drawing']}
      data-picture
      data-vague={look.colours?.length === 0}
      {...(code && ground === 'fill' ? { style: { background: code.discColour(look) } } : {})}
      {...(label ? { role: 'img', 'aria-label': label } : { 'aria-hidden': true })}
      {...(svg ? { dangerouslySetInnerHTML: { __html: svg } } : {})}
    />
  )
}
