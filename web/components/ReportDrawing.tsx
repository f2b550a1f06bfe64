import { useEffect, useRef, useState } from 'preact/hooks'
import { lookOf } from '../../api/domain/drawing/look-of.ts'
import { t } from '../i18n/index.ts'
import type { ReportProperties } from '../wire.ts'
import drawing from './PetDrawing.module.css'
import { PetDrawing } from './PetDrawing.tsx'

type Props = { pet: ReportProperties; eager?: boolean }

/**
 * A report's animal as the server draws it, so that it is seen before any code has come. Where the server's does not
 * come, as for a report that only its author sees, the device draws it.
 */
export function ReportDrawing({ pet, eager = false }: Props) {
  const image = useRef<HTMLImageElement>(null)
  const [missing, setMissing] = useState(false)
  // It may have failed before the app moved in to hear of it.
  useEffect(() => setMissing(image.current?.complete === true && image.current.naturalWidth === 0), [])
  const label = t('card.noPhoto')
  if (missing) return <PetDrawing look={lookOf(pet)} label={label} />
  return (
    <img
      ref={image}
      class={drawing['drawing']}
      data-picture
      data-vague={pet.colours.length === 0}
      src={`/drawings/${pet.id}.svg?v=${Date.parse(pet.updatedAt)}`}
      alt={label}
      loading={eager ? 'eager' : 'lazy'}
      decoding="async"
      onError={() => setMissing(true)}
    />
  )
}
