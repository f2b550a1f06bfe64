import './styles/index.css'

import { hydrate, render } from 'preact'
import { App } from './App.tsx'
import { whenIdle } from './components/when-idle.ts'
import { startOutgoing } from './posting/outgoing.ts'
import { preloadPage } from './routes.tsx'
import { startClock } from './state/clock.ts'
import { loadConfig } from './state/config.ts'
import { language, lowVision, startDevice } from './state/device.ts'
import { holdFirstPage, readFirstPage, releaseFirstPage } from './state/first-page.ts'
import { startUpdates } from './state/updates.ts'

const root = document.getElementById('app')!
const first = readFirstPage()
/** Whether the server drew the page as this person wants to see it: then the app moves in, else it starts afresh. */
const fits = root.hasChildNodes() && first?.language === language.peek() && !lowVision.peek()

startDevice()
startClock()
startUpdates(first)
void start(preloadPage(location.pathname))

async function start(code: Promise<void>) {
  if (first) {
    holdFirstPage(first)
    // What is drawn is there to be read while the page's own code comes.
    await code
  } else void loadConfig()
  if (fits) hydrate(<App />, root)
  else {
    root.replaceChildren()
    render(<App />, root)
  }
  releaseFirstPage()
  whenIdle(startOutgoing)
}
