import { lazyComponent } from './components/lazy.tsx'
import { FailedCode, WaitingPage } from './components/PageStates.tsx'
import { loadMessages } from './i18n/index.ts'
import type { Slot } from './posting/draft.ts'

const stages = { waiting: () => <WaitingPage />, failed: (retry: () => void) => <FailedCode retry={retry} /> }

/** Every page but the first comes with its words when it is opened. */
export const PostPage = lazyComponent<Slot>(async () => {
  const [page] = await Promise.all([
    import('./pages/post/PostPage.tsx'),
    loadMessages('traits', 'posting', 'report'),
  ])
  return page.PostPage
}, stages)

export const ReportPage = lazyComponent<{ id: string }>(async () => {
  const [page] = await Promise.all([
    import('./pages/report/ReportPage.tsx'),
    loadMessages('traits', 'report', 'animal'),
  ])
  return page.ReportPage
}, stages)

export const ManagePage = lazyComponent<{ id: string }>(async () => {
  const [page] = await Promise.all([
    import('./pages/manage/ManagePage.tsx'),
    loadMessages('traits', 'report', 'posting', 'manage', 'animal'),
  ])
  return page.ManagePage
}, stages)

export const ReplyPage = lazyComponent<object>(async () => {
  const [page] = await Promise.all([import('./pages/info/ReplyPage.tsx'), loadMessages('pages', 'manage')])
  return page.ReplyPage
}, stages)

export const KeepPage = lazyComponent<{ id: string }>(async () => {
  const [page] = await Promise.all([import('./pages/info/KeepPage.tsx'), loadMessages('pages')])
  return page.KeepPage
}, stages)

export const MinePage = lazyComponent<object>(async () => {
  const [page] = await Promise.all([import('./pages/info/MinePage.tsx'), loadMessages('pages', 'report')])
  return page.MinePage
}, stages)

export const AboutPage = lazyComponent<object>(async () => {
  const [page] = await Promise.all([import('./pages/info/AboutPage.tsx'), loadMessages('pages')])
  return page.AboutPage
}, stages)

export const PrivacyPage = lazyComponent<object>(async () => {
  const [page] = await Promise.all([import('./pages/info/PrivacyPage.tsx'), loadMessages('pages')])
  return page.PrivacyPage
}, stages)

export const PosterPage = lazyComponent<{ id: string }>(async () => {
  const [page] = await Promise.all([
    import('./pages/poster/PosterPage.tsx'),
    loadMessages('traits', 'poster'),
  ])
  return page.PosterPage
}, stages)

const PRELOADED: [path: RegExp, page: { preload: () => Promise<void> }][] = [
  [/^\/reports\/[^/]+$/, ReportPage],
  [/^\/reports\/[^/]+\/manage$/, ManagePage],
  [/^\/post\//, PostPage],
]

/** Asks for the code of the page at `path` before the app draws anything, where links from outside lead to it. */
export async function preloadPage(path: string): Promise<void> {
  await PRELOADED.find(([pattern]) => pattern.test(path))?.[1].preload()
}
