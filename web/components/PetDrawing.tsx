import { signal } from '@preact/signals'
import { useEffect } from 'preact/hooks'
import type { PetLook } from '../../api/domain/drawing/types.ts'
import styles from './PetDrawing.module.css'

/** The drawing code comes with the first drawing that is needed; until then the box stays empty. */
const drawPet = signal<((look: PetLook) => string) | undefined>(undefined)
let asked = false

function loadDrawing() {
  if (asked) return
  asked = true
  import('../../api/domain/drawing/index.ts').then(
    (module) => {
      drawPet.value = module.drawPet
    },
    () => {
      asked = false
    },
  )
}

export function PetDrawing({ look, label }: { look: PetLook; label?: string }) {
  useEffect(loadDrawing, [])
  const svg = drawPet.value?.(look)
  return (
    <div
      class={styles['drawing']}
      data-picture
      {...(label ? { role: 'img', 'aria-label': label } : { 'aria-hidden': true })}
      {...(svg ? { dangerouslySetInnerHTML: { __html: svg } } : {})}
    />
  )
}
