import { signal } from '@preact/signals'
import { getConfig } from '../client.ts'
import type { AppConfig } from '../wire.ts'

/** Until the server has answered the app assumes what it would say for the demo city. */
export const config = signal<AppConfig>({
  mapStyleUrl: '',
  demo: false,
  defaultCenter: [37.62, 55.75],
  defaultZoom: 10,
  maxPhotos: 6,
  maxPhotoBytes: 15_000_000,
  languages: ['ru', 'en'],
})
export const configReady = signal(false)

/** Asks once; without an answer the assumed settings stay. */
export async function loadConfig() {
  try {
    config.value = { ...config.peek(), ...(await getConfig()) }
  } catch {
    // Offline: the list says so itself, and everything here has a usable default.
  }
  configReady.value = true
}
