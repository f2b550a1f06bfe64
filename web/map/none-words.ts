import { emptyWords } from '../components/empty-words.ts'
import { t } from '../i18n/index.ts'
import { isFiltered } from '../state/filters.ts'
import { filters, nextLink, results, resultsState } from '../state/search.ts'

/** Why a map shows no report: the search finds none, in the words of the list, or none lies in this part. */
export function noneWords(): string {
  const isNowhere = resultsState.value === 'ready' && results.value.length === 0 && !nextLink.value
  if (isNowhere) return emptyWords()
  return t(isFiltered(filters.value) ? 'map.none.filtered' : 'map.none')
}
