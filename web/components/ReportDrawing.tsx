import { lookOf } from '../../api/domain/drawing/look-of.ts'
import { t } from '../i18n/index.ts'
import type { ReportProperties } from '../wire.ts'
import drawing from './PetDrawing.module.css'
import { PetDrawing } from './PetDrawing.tsx'
import { useImageFailure } from './useImageFailure.ts'

type Props = { pet: ReportProperties; eager?: boolean }

/**
 * A report's animal as the server draws it, so that it is seen before any code has come. Where the server's does not
 * come, as for a report that only its author sees, the device draws it.
 */
export function ReportDrawing({ pet, eager = false }: Props) {
  const { image, onError, failed } = useImageFailure()
  const label = t('card.noPhoto')
  if (failed) return <PetDrawing look={lookOf(pet)} label={label} />
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
      onError={onError}
    />
  )
}
