import './styles/index.css'

import { render } from 'preact'
import { App } from './App.tsx'
import { startClock } from './state/clock.ts'
import { loadConfig } from './state/config.ts'
import { startDevice } from './state/device.ts'

startDevice()
startClock()
void loadConfig()
render(<App />, document.getElementById('app')!)
