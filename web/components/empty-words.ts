import { t } from '../i18n/index.ts'
import { type Filters, isFiltered } from '../state/filters.ts'
import { filters } from '../state/search.ts'

/** What keeps the list empty: words that were typed, filters, or nothing. */
export function reasonOfNothing({ q, ...rest }: Filters): 'words' | 'filters' | undefined {
  if (isFiltered(rest)) return 'filters'
  return q ? 'words' : undefined
}

/** Said of a search that finds nothing. */
export function emptyWords(): string {
  const reason = reasonOfNothing(filters.value)
  if (reason === 'words') return t('list.empty.words', { words: filters.value.q ?? '' })
  return t(reason ? 'list.empty' : 'list.empty.all')
}
