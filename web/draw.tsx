import { renderToString } from 'preact-render-to-string'
import { LANGUAGES } from '../api/domain/vocabulary.ts'
import type { PageDrawer } from '../api/pages/draw.ts'
import { App } from './App.tsx'
import { location } from './draw-location.ts'
import { loadMessages } from './i18n/index.ts'
import { ReportPage } from './routes.tsx'
import { nowMs, timeZone } from './state/clock.ts'
import { language } from './state/device.ts'
import { apiQuery, parseFilters } from './state/filters.ts'
import { holdFirstPage, releaseFirstPage } from './state/first-page.ts'
import { currentUrl } from './state/location.ts'

// Before the first page is asked for: drawing itself waits for nothing.
for (const spoken of LANGUAGES) {
  language.value = spoken
  await loadMessages('traits', 'report', 'animal')
}
await ReportPage.preload()

/** The app's own components, drawn on the server. One page at a time: nothing in it waits, so none meets another. */
export const drawPage: PageDrawer['drawPage'] = (page, at) => {
  const { pathname, search } = new URL(page.url, location.origin)
  Object.assign(location, { pathname, search })
  currentUrl.value = page.url
  language.value = page.language
  nowMs.value = at.nowMs
  timeZone.value = at.timeZone
  holdFirstPage(page)
  try {
    return renderToString(<App />)
  } finally {
    releaseFirstPage()
  }
}

export const readListQuery: PageDrawer['readListQuery'] = (search, nowMs) =>
  apiQuery(parseFilters(search), nowMs)
