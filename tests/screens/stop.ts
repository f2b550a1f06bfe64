import type { Page } from 'playwright-core'
import type { Language } from '../../api/domain/vocabulary.ts'
import type { openWizard } from '../e2e/wizard.ts'
import type { Words } from '../e2e/words.ts'
import type { Cast } from './cast.ts'

/** One person on one device, who comes to one stop. */
export type Visit = {
  page: Page
  say: Words
  language: Language
  cast: Cast
  wizard: ReturnType<typeof openWizard>
}

export type Stop = {
  /** Page and state, as the file is named. */
  name: string
  /** Leads the person there and waits until it is to be seen. */
  go: (visit: Visit) => Promise<unknown>
  /** Only what the screen shows, where the page's length says nothing: a map, a sheet over the page. */
  screenOnly?: boolean
  /** Choices that the device keeps, by their names in its storage. */
  kept?: Record<string, string>
  /** Console errors that belong to the state, such as the browser's own note of an answer 404. */
  expected?: RegExp[]
}
