import type { LayerSpecification, StyleSpecification } from 'maplibre-gl'
import type { Language } from '../../../api/domain/vocabulary.ts'
import type { MapTheme } from '../theme.ts'
import { bundledStyle } from './base-style.ts'

const PATIENCE_MS = 6_000

/** `name` is read again at each call: Vite gives these files addresses of their own. */
const PARTS = {
  world: new URL('./natural-earth.geo.json', import.meta.url).href,
  places: new URL('./places.geo.json', import.meta.url).href,
  city: new URL('./moscow.geo.json', import.meta.url).href,
}

export function ownStyle(theme: MapTheme, language: Language): StyleSpecification {
  return bundledStyle(PARTS, theme, language)
}

/** OpenFreeMap has a night style beside its day ones; other servers keep the style that was set. */
export function nightStyleUrl(styleUrl: string): string {
  const url = new URL(styleUrl)
  if (url.hostname !== 'tiles.openfreemap.org') return styleUrl
  url.pathname = '/styles/dark'
  return url.href
}

/**
 * Labels in the reader's language where a layer shows a name in any way, else the local one. Road numbers and the
 * like stay as they are.
 */
export function localiseStyle(style: StyleSpecification, language: Language): StyleSpecification {
  const localise = (layer: LayerSpecification): LayerSpecification => {
    if (layer.type !== 'symbol') return layer
    const field = JSON.stringify(layer.layout?.['text-field'] ?? '')
    if (!/"name[:_"]|\{name/.test(field)) return layer
    const fallback = language === 'en' ? ['get', 'name:latin'] : ['get', 'name:nonlatin']
    const text = ['coalesce', ['get', `name:${language}`], ['get', 'name'], fallback]
    return { ...layer, layout: { ...layer.layout, 'text-field': text } } as LayerSpecification
  }
  return { ...style, layers: style.layers.map(localise) }
}

/** Whether the server's map is to be shown: only our own has the contrast of the low-vision version. */
export const isWanted = (styleUrl: string, theme: MapTheme) => styleUrl !== '' && !theme.lowVision

/**
 * The style of the tile server, or undefined when it does not answer in time, is no style, or is not wanted.
 */
export async function fetchServerStyle(
  styleUrl: string,
  theme: MapTheme,
  language: Language,
  signal: AbortSignal,
): Promise<StyleSpecification | undefined> {
  if (!isWanted(styleUrl, theme)) return undefined
  try {
    const url = theme.dark ? nightStyleUrl(styleUrl) : styleUrl
    const response = await fetch(url, { signal: AbortSignal.any([signal, AbortSignal.timeout(PATIENCE_MS)]) })
    if (!response.ok) return undefined
    const style = (await response.json()) as StyleSpecification
    return Array.isArray(style.layers) ? localiseStyle(style, language) : undefined
  } catch {
    return undefined
  }
}
