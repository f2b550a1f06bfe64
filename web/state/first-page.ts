import type { FirstPage } from '../../api/pages/draw.ts'
import type { ReportFeature } from '../wire.ts'
import { config, configReady } from './config.ts'
import { takeResults } from './search.ts'

let held: FirstPage | undefined

/** What the server put into the page that was opened, if it is of this address. */
export function readFirstPage(): FirstPage | undefined {
  const element = document.getElementById('first-page')
  const page: FirstPage | undefined = element ? JSON.parse(element.textContent) : undefined
  element?.remove()
  return page?.url === location.pathname + location.search ? page : undefined
}

/** While the first page is drawn, here or on the server, components take from it what they would ask the server for. */
export function holdFirstPage(page: FirstPage): void {
  held = page
  config.value = page.config
  configReady.value = true
  if (page.list && page.listQuery) takeResults(page.list, page.listQuery)
}

export function releaseFirstPage(): void {
  held = undefined
}

export const isFirstPage = () => held !== undefined

export function firstReport(id: string): ReportFeature | undefined {
  return held?.report?.id === id ? held.report : undefined
}
