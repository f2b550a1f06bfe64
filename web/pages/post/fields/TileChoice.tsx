import { Check } from 'lucide-preact'
import type { PetLook } from '../../../../api/domain/drawing/types.ts'
import { PetDrawing } from '../../../components/PetDrawing.tsx'
import type { FieldName, Wrong } from '../../../posting/check.ts'
import { FieldError } from './TextField.tsx'
import styles from './TileChoice.module.css'

type Props<T extends string> = {
  name: string
  legend: string
  options: readonly T[]
  value: T | undefined
  label: (option: T) => string
  look: (option: T) => PetLook
  onChange: (option: T | undefined) => void
  unknown?: string
  field?: FieldName
  wrong?: Wrong | undefined
  small?: boolean
}

/** In the corner, so that nothing moves when it is shown. */
const Tick = () => (
  <span class={styles['tick']}>
    <Check size={16} strokeWidth={3.5} aria-hidden="true" />
  </span>
)

/** One of several by drawings, each with its word. */
export function TileChoice<T extends string>(props: Props<T>) {
  const { name, legend, options, value, label, look, onChange, unknown, field, wrong, small } = props
  const id = `field-${name}`
  return (
    <fieldset class={styles['choice']} aria-describedby={wrong ? `${id}-wrong` : undefined}>
      <legend>{legend}</legend>
      {field && <FieldError id={id} field={field} wrong={wrong} />}
      <div class={styles['tiles']} data-small={small}>
        {options.map((option, index) => (
          <label key={option} class={styles['tile']}>
            <input
              type="radio"
              name={name}
              checked={value === option}
              onChange={() => onChange(option)}
              {...(field && index === 0 ? { 'data-field': field } : {})}
            />
            <span class={styles['face']}>
              <Tick />
              <span class={styles['drawing']} data-picture>
                <PetDrawing look={look(option)} ground="none" />
              </span>
              <span class={styles['word']}>{label(option)}</span>
            </span>
          </label>
        ))}
        {unknown && (
          <label class={styles['tile']}>
            <input
              type="radio"
              name={name}
              checked={value === undefined}
              onChange={() => onChange(undefined)}
            />
            <span class={styles['face']}>
              <Tick />
              <span class={styles['word']}>{unknown}</span>
            </span>
          </label>
        )}
      </div>
    </fieldset>
  )
}
