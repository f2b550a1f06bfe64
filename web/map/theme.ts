/** Colours of the page as MapLibre understands them: it knows neither custom properties nor light-dark(). */
export type MapTheme = {
  dark: boolean
  lowVision: boolean
  /** How many times larger than usual letters are. */
  letterScale: number
  colour: (token: string) => string
}

/** Reads the tokens of web/styles/tokens.css as they are at this moment. */
export function readTheme(root: HTMLElement = document.documentElement): MapTheme {
  const probe = document.createElement('span')
  probe.hidden = true
  root.append(probe)
  const read = (value: string) => {
    probe.style.color = ''
    probe.style.color = value
    return getComputedStyle(probe).color
  }
  const known = new Map(TOKENS.map((token) => [token, read(`var(--${token})`)]))
  const dark = read('light-dark(rgb(255, 255, 255), rgb(0, 0, 0))') === 'rgb(0, 0, 0)'
  probe.remove()
  return {
    dark,
    letterScale: letterScaleOf(root),
    lowVision: root.dataset['lowVision'] === 'on',
    colour: (token) => known.get(token) ?? 'rgb(128, 128, 128)',
  }
}

export function letterScaleOf(element: HTMLElement): number {
  return Number(getComputedStyle(element).getPropertyValue('--letter-scale')) || 1
}

const TOKENS = [
  'ground',
  'surface',
  'surface-sunk',
  'ink',
  'ink-soft',
  'line',
  'line-strong',
  'primary',
  'lamp',
  'danger',
  'lost',
  'found',
  'sighting',
  'found-deceased',
  'shelter-intake',
]

/** Calls back when day turns to night, by choice or by the device; returns how to stop. */
export function watchTheme(changed: (theme: MapTheme) => void): () => void {
  const update = () => changed(readTheme())
  const observer = new MutationObserver(update)
  observer.observe(document.documentElement, {
    attributeFilter: ['data-theme', 'data-low-vision', 'data-letter-size'],
  })
  const media = matchMedia('(prefers-color-scheme: dark)')
  media.addEventListener('change', update)
  return () => {
    observer.disconnect()
    media.removeEventListener('change', update)
  }
}
