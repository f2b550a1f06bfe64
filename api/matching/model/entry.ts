/** Where a number comes from: S published, M measured on open shelter data, E estimate waiting for a measurement. */
export type SourceMark = 'S' | 'M' | 'E'

type Entry<T> = { value: T; mark: SourceMark; source: string }

export type ValuesOf<T> = { [K in keyof T]: T[K] extends Entry<infer V> ? V : ValuesOf<T[K]> }

export const entry = <T>(value: T, mark: SourceMark, source: string): Entry<T> => ({ value, mark, source })

const isEntry = (value: object): value is Entry<unknown> => 'mark' in value && 'value' in value

/** The values of a table without their sources. */
export const readValues = (table: object): unknown =>
  isEntry(table) ? table.value : Object.fromEntries(Object.entries(table).map(([k, v]) => [k, readValues(v)]))
