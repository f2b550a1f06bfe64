import './styles/index.css'

import { render } from 'preact'
import { App } from './App.tsx'
import { awaitLetters } from './first-letters.ts'
import { startOutgoing } from './posting/outgoing.ts'
import { preloadPage } from './routes.tsx'
import { startClock } from './state/clock.ts'
import { loadConfig } from './state/config.ts'
import { startDevice } from './state/device.ts'
import { startUpdates } from './state/updates.ts'

startDevice()
preloadPage(location.pathname)
startClock()
startOutgoing()
void loadConfig()
startUpdates()
void awaitLetters().then(() => render(<App />, document.getElementById('app')!))
