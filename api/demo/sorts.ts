import type { Build } from '../domain/drawing/index.ts'
import type { Coat, Colour, Language, Pattern, Sex, Size, Species } from '../domain/vocabulary.ts'
import table from './sorts.data.json' with { type: 'json' }

/**
 * A sort of animal as people of Moscow have them. `ru` is how an owner names it, by sex; `seen` how a stranger
 * does (a feminine noun phrase in Russian for dogs and cats); `weight` how common it is.
 */
export type Sort = {
  species: Species
  /** A code, or the words for what has none. */
  breed?: Record<Language, string>
  weight: number
  /** A coat that practically only females have has no words for males. */
  ru: Partial<Record<Sex, string>>
  en: string
  seen: { ru: string; en: string }
  colours: readonly Colour[]
  pattern?: Pattern
  /** Feathers and scales are no coat. */
  coat?: Coat
  size?: Size
  build?: Build
}

type Cells = readonly (string | number | Build | null)[]

const readBreed = (ru: string | undefined, en: string | undefined) =>
  ru ? { breed: { ru, en: en ?? ru } } : {}

function readRow(row: Cells): Sort {
  const cell = <T>(column: string) => (row[table.columns.indexOf(column)] ?? undefined) as T
  const given = <T>(column: string) => {
    const value = cell<T | undefined>(column)
    return value ? { [column]: value } : {}
  }
  return {
    species: cell<Species>('species'),
    weight: cell<number>('weight'),
    ru: { ...given('male'), ...given('female') },
    en: cell<string>('en'),
    seen: { ru: cell<string>('seenRu'), en: cell<string>('seenEn') },
    colours: cell<string>('colours').split(' ') as Colour[],
    ...readBreed(cell('breed'), cell('breedEn')),
    ...given<Pattern>('pattern'),
    ...given<Coat>('coat'),
    ...given<Size>('size'),
    ...given<Build>('build'),
  }
}

export const SORTS: readonly Sort[] = (table.rows as Cells[]).map(readRow)
