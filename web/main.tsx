import './styles/index.css'

import { render } from 'preact'
import { App } from './App.tsx'
import { whenIdle } from './components/when-idle.ts'
import { awaitLetters } from './first-letters.ts'
import { intl } from './i18n/intl.ts'
import { startOutgoing } from './posting/outgoing.ts'
import { preloadPage } from './routes.tsx'
import { startClock } from './state/clock.ts'
import { loadConfig } from './state/config.ts'
import { language, startDevice } from './state/device.ts'
import { startUpdates } from './state/updates.ts'

startDevice()
preloadPage(location.pathname)
startClock()
void loadConfig()
startUpdates()
// The first formatter of a page costs a cheap phone a tenth of a second: now, while the letters come, nobody waits for it.
void intl(Intl.NumberFormat, language.peek())
void awaitLetters().then(() => {
  render(<App />, document.getElementById('app')!)
  whenIdle(startOutgoing)
})
