import { useEffect } from 'preact/hooks'
import { ErrorNote } from '../../components/ErrorNote.tsx'
import { emptyWords, reasonOfNothing } from '../../components/empty-words.ts'
import { CardSkeleton, ReportCard } from '../../components/ReportCard.tsx'
import { useGradually } from '../../components/useGradually.ts'
import { t } from '../../i18n/index.ts'
import { announce } from '../../state/announce.ts'
import {
  clearFilters,
  filters,
  fresh,
  loadingMore,
  loadMore,
  moreError,
  nextLink,
  reload,
  results,
  resultsError,
  resultsState,
  setFilters,
  showFresh,
} from '../../state/search.ts'
import styles from './Results.module.css'

/** The first cards stand on the first screen: their photos are not put off. */
const EAGER_CARDS = 3
/** More than any screen shows at first. */
const CARDS_AT_ONCE = 10
const SKELETONS = ['a', 'b', 'c', 'd', 'e']

function countWords(): string {
  const count = t(nextLink.value ? 'list.countMore' : 'list.count', { n: results.value.length })
  return `${count}, ${t(filters.value.near ? 'list.nearest' : 'list.newest')}`
}

function Empty() {
  const reason = reasonOfNothing(filters.value)
  return (
    <div class={styles['empty']} data-empty>
      <h3>{emptyWords()}</h3>
      {reason === 'words' ? (
        <>
          <p>{t('list.empty.wordsHint')}</p>
          <button type="button" class="button primary" onClick={() => setFilters({ q: undefined })}>
            {t('filter.search.clear')}
          </button>
        </>
      ) : (
        <p>{t(reason ? 'list.empty.hint' : 'list.empty.allHint')}</p>
      )}
      {reason === 'filters' && (
        <button type="button" class="button primary" onClick={clearFilters}>
          {t('filter.clear')}
        </button>
      )}
    </div>
  )
}

export function Results() {
  const state = resultsState.value
  const failed = state === 'failed'
  const known = results.value.length > 0
  const shown = useGradually(results.value, CARDS_AT_ONCE)
  useEffect(() => {
    if (state === 'ready') announce(results.peek().length > 0 ? countWords() : emptyWords())
  }, [state, results.value])
  return (
    <section class={styles['results']} aria-labelledby="results-title" aria-busy={state === 'loading'}>
      <div class={styles['head']}>
        <h2 id="results-title" class={styles['heading']}>
          {t('home.list')}
        </h2>
        <span key={state} class="hint">
          {state === 'loading' ? t('list.loading') : known && (failed ? t('list.former') : countWords())}
        </span>
      </div>
      {fresh.value.length > 0 && (
        <button type="button" class={`button ${styles['fresh']}`} onClick={showFresh}>
          {t('list.fresh', { n: fresh.value.length })}
        </button>
      )}
      {failed && <ErrorNote error={resultsError.value} retry={reload} />}
      {state === 'ready' && !known && !nextLink.value && <Empty />}
      <ul class={styles['cards']} data-stale={state !== 'ready'}>
        {state === 'loading' && !known
          ? SKELETONS.map((key) => (
              <li key={key}>
                <CardSkeleton />
              </li>
            ))
          : shown.map((report, index) => (
              <li key={report.id}>
                <ReportCard report={report} eager={index < EAGER_CARDS} />
              </li>
            ))}
      </ul>
      {moreError.value !== undefined && <ErrorNote error={moreError.value} />}
      {nextLink.value && !failed && shown.length === results.value.length && (
        <button type="button" class="button wide" disabled={loadingMore.value} onClick={loadMore}>
          {t(loadingMore.value ? 'list.loadingMore' : 'list.more')}
        </button>
      )}
    </section>
  )
}
