import { computed, effect, signal } from '@preact/signals'
import { listReports } from '../client.ts'
import { ProblemError } from '../request.ts'
import type { ReportCollection, ReportFeature } from '../wire.ts'
import {
  apiQuery,
  type BBox,
  entries,
  type Filters,
  type MapView,
  numbers,
  parseFilters,
  points,
  writeFilters,
} from './filters.ts'
import { currentSearch, navigate } from './location.ts'

export type { BBox, Filters, MapView } from './filters.ts'

export const filters = computed(() => parseFilters(currentSearch.value))

/** The same filters give the same words, so that choosing a report or moving the map reloads nothing. */
const filtersKey = computed(() => new URLSearchParams(entries(filters.value)).toString())

/** Changes some filters and leaves the rest; a step in the history unless `replace`. */
export function setFilters(partial: Partial<Filters>, { replace = false } = {}) {
  const next = writeFilters({ ...filters.peek(), ...partial }, currentSearch.peek())
  if (next !== currentSearch.peek()) navigate(`/${next}`, { replace })
}

export function clearFilters() {
  setFilters(parseFilters(''))
}

/** Where the map looks, `at=lng,lat,zoom` in the address; moving the map replaces it without a step. */
export const mapView = computed((): MapView | undefined => {
  const at = numbers(new URLSearchParams(currentSearch.value).get('at'), 3)
  return at && { lng: at[0]!, lat: at[1]!, zoom: at[2]! }
})

/** Sets several address parameters at once; null removes one. */
function replaceParams(params: Record<string, string | null>) {
  const query = new URLSearchParams(currentSearch.peek())
  for (const [key, value] of Object.entries(params)) {
    if (value === null) query.delete(key)
    else query.set(key, value)
  }
  const search = query.toString().replaceAll('%2C', ',')
  navigate(search ? `/?${search}` : '/', { replace: true })
}

export function setMapView(view: MapView) {
  replaceParams({ at: `${points([view.lng, view.lat])},${Math.round(view.zoom * 100) / 100}` })
}

/** The chosen report, `sel` in the address; and the one under the pointer, in list or map. */
export const selectedId = computed(() => new URLSearchParams(currentSearch.value).get('sel') ?? undefined)
export const hoveredId = signal<string | undefined>(undefined)

export function setSelected(id: string | undefined) {
  if (id !== selectedId.peek()) replaceParams({ sel: id ?? null })
}

/** On narrow screens list and map take turns: `view=map` in the address, a step in the history. */
export const mapOnTop = computed(() => new URLSearchParams(currentSearch.value).get('view') === 'map')

export function setMapOnTop(on: boolean) {
  const query = new URLSearchParams(currentSearch.peek())
  if (on) query.set('view', 'map')
  else query.delete('view')
  const search = query.toString().replaceAll('%2C', ',')
  navigate(search ? `/?${search}` : '/')
}

/** The map's box as it moves; it becomes a filter only while "search as I move" is on. */
export const viewport = signal<BBox | undefined>(undefined)
export const searchAsIMove = signal(false)

export type ResultsState = 'loading' | 'ready' | 'failed'
export const results = signal<ReportFeature[]>([])
export const resultsState = signal<ResultsState>('loading')
export const resultsError = signal<unknown>(undefined)
export const nextLink = signal<string | undefined>(undefined)
export const loadingMore = signal(false)
export const moreError = signal<unknown>(undefined)
/** Reports that appeared since the list was read; shown when the person asks for them. */
export const fresh = signal<ReportFeature[]>([])

let inFlight: AbortController | undefined
let shownQuery = ''
/** The query whose answer came with the page; it is not asked again when the first screen opens. */
let givenQuery: string | undefined

/** Takes the list that a query found, as the server put it into the page. */
export function takeResults({ features, links }: ReportCollection, query: string) {
  shownQuery = query
  givenQuery = query
  results.value = features
  nextLink.value = links.next
  resultsState.value = 'ready'
}

async function load(query: string) {
  inFlight?.abort()
  const controller = new AbortController()
  inFlight = controller
  resultsState.value = 'loading'
  try {
    const page = await listReports(query, controller.signal)
    if (controller.signal.aborted) return
    shownQuery = query
    results.value = page.features
    nextLink.value = page.links.next
    moreError.value = undefined
    fresh.value = []
    resultsState.value = 'ready'
  } catch (error) {
    if (controller.signal.aborted) return
    resultsError.value = error
    resultsState.value = 'failed'
    loadWhenAllowed(error, controller.signal)
  }
}

/** Told to come back later: does so by itself, unless something else is asked for meanwhile. */
function loadWhenAllowed(error: unknown, superseded: AbortSignal) {
  if (!(error instanceof ProblemError) || error.retryAfterS === undefined) return
  const timer = setTimeout(reload, error.retryAfterS * 1000)
  superseded.addEventListener('abort', () => clearTimeout(timer), { once: true })
}

export const reload = () => load(apiQuery(filters.peek(), Date.now()))

export async function loadMore() {
  const link = nextLink.peek()
  if (!link || loadingMore.peek()) return
  const query = shownQuery
  loadingMore.value = true
  moreError.value = undefined
  try {
    const page = await listReports(link)
    if (query !== shownQuery) return
    const known = new Set(results.peek().map((report) => report.id))
    results.value = [...results.peek(), ...page.features.filter((report) => !known.has(report.id))]
    nextLink.value = page.links.next
  } catch (error) {
    moreError.value = error
  } finally {
    loadingMore.value = false
  }
}

/** Asks quietly for what is new under the same filters. */
export async function checkForNew() {
  if (resultsState.peek() !== 'ready' || document.hidden) return
  const query = shownQuery
  const page = await listReports(apiQuery(filters.peek(), Date.now())).catch(() => undefined)
  if (!page || query !== shownQuery) return
  const shown = results.peek()
  const known = new Set(shown.map((report) => report.id))
  const newest = shown.reduce((time, report) => Math.max(time, Date.parse(report.properties.createdAt)), 0)
  fresh.value = page.features.filter(
    (report) => !known.has(report.id) && Date.parse(report.properties.createdAt) > newest,
  )
}

export function showFresh() {
  results.value = [...fresh.peek(), ...results.peek()]
  fresh.value = []
}

/** Keeps `results` true to the filters while the first screen is open; returns how to stop. */
export function startSearch(pollMs = 60_000): () => void {
  const stop = effect(() => {
    filtersKey.value
    const query = apiQuery(filters.peek(), Date.now())
    if (query !== givenQuery) void load(query)
    givenQuery = undefined
  })
  const timer = setInterval(checkForNew, pollMs)
  return () => {
    stop()
    clearInterval(timer)
    inFlight?.abort()
  }
}
