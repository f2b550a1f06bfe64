import styles from './PillChoice.module.css'

type Props<T extends string> = {
  name: string
  legend: string
  options: readonly T[]
  value: T | undefined
  label: (option: T) => string
  onChange: (option: T | undefined) => void
  /** The words for "left out", which is always possible unless `required`. */
  unknown?: string
}

/** One of a few, as large pills; leaving it unknown is a choice like the others. */
export function PillChoice<T extends string>({
  name,
  legend,
  options,
  value,
  label,
  onChange,
  unknown,
}: Props<T>) {
  return (
    <fieldset class={styles['choice']}>
      <legend>{legend}</legend>
      <div class={styles['pills']}>
        {options.map((option) => (
          <label key={option} class={styles['pill']}>
            <input type="radio" name={name} checked={value === option} onChange={() => onChange(option)} />
            <span>{label(option)}</span>
          </label>
        ))}
        {unknown && (
          <label class={styles['pill']}>
            <input
              type="radio"
              name={name}
              checked={value === undefined}
              onChange={() => onChange(undefined)}
            />
            <span>{unknown}</span>
          </label>
        )}
      </div>
    </fieldset>
  )
}
