import { useLayoutEffect } from 'preact/hooks'
import { LocationProvider, Route, Router, useLocation } from 'preact-iso'
import { Announcer } from './components/Announcer.tsx'
import { Footer } from './components/Footer.tsx'
import { Header } from './components/Header.tsx'
import { Notices } from './components/Notices.tsx'
import { NotFoundPage } from './components/PageStates.tsx'
import { t } from './i18n/index.ts'
import { HomePage } from './pages/home/HomePage.tsx'
import {
  AboutPage,
  KeepPage,
  ManagePage,
  MinePage,
  PosterPage,
  PostPage,
  PrivacyPage,
  ReplyPage,
  ReportPage,
} from './routes.tsx'
import { currentUrl } from './state/location.ts'

/** Tells the module signals where preact-iso is, after each click on a link or step in the history. */
function LocationBridge() {
  const { url } = useLocation()
  useLayoutEffect(() => {
    currentUrl.value = url
  }, [url])
  return null
}

const PostLost = () => <PostPage side="lost" />
/** Each known animal that was seen has a draft of its own, so a form of its own. */
const PostFound = ({ query }: { query: Record<string, string> }) => (
  <PostPage key={query['about']} side="found" about={query['about']} />
)
const Report = ({ params }: { params: { id: string } }) => <ReportPage key={params.id} id={params.id} />
const Poster = ({ params }: { params: { id: string } }) => <PosterPage key={params.id} id={params.id} />
const Keep = ({ params }: { params: { id: string } }) => <KeepPage key={params.id} id={params.id} />
const Manage = ({ params }: { params: { id: string } }) => <ManagePage key={params.id} id={params.id} />

/** After a change of page the reader starts at its heading; a change of filters leaves focus alone. */
function focusPage() {
  requestAnimationFrame(() => document.querySelector<HTMLElement>('main h1')?.focus({ preventScroll: true }))
}

export function App() {
  return (
    <LocationProvider>
      <LocationBridge />
      <a class="skip" href="#content">
        {t('app.skip')}
      </a>
      <Header />
      <Notices />
      <main id="content" tabIndex={-1}>
        <Router onRouteChange={focusPage}>
          <Route path="/" component={HomePage} />
          <Route path="/post/lost" component={PostLost} />
          <Route path="/post/found" component={PostFound} />
          <Route path="/reports/:id" component={Report} />
          <Route path="/reports/:id/manage" component={Manage} />
          <Route path="/reports/:id/poster" component={Poster} />
          <Route path="/reports/:id/keep" component={Keep} />
          <Route path="/reply" component={ReplyPage} />
          <Route path="/mine" component={MinePage} />
          <Route path="/about" component={AboutPage} />
          <Route path="/privacy" component={PrivacyPage} />
          <Route default component={NotFoundPage} />
        </Router>
      </main>
      <Footer />
      <Announcer />
    </LocationProvider>
  )
}
