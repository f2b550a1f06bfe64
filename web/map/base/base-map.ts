import type { Map as MapLibre, StyleSpecification } from 'maplibre-gl'
import type { Language } from '../../../api/domain/vocabulary.ts'
import type { MapTheme } from '../theme.ts'
import { fetchServerStyle, isWanted, ownStyle } from './choose-style.ts'

/** So many failed requests to the tile server, with none that came, and our own map takes its place. */
const FAILURES_BEFORE_OWN_MAP = 3

export type BaseMapOptions = {
  /** Empty: the bundled map from the start. */
  styleUrl: string
  language: Language
  /** The theme of the moment. */
  theme: () => MapTheme
  /** Takes the style that was chosen; without the streets that the server's would have had. */
  show: (style: StyleSpecification, lacksStreets: boolean) => void
  /** Ends what is still on its way when the map goes. */
  signal: AbortSignal
}

/**
 * Puts what lies under the reports onto the map: the server's map, or our own once the server fails, until
 * the network comes back.
 * @returns how to draw it, at first and after each change of theme
 */
export function attachBaseMap(map: MapLibre, options: BaseMapOptions): () => Promise<void> {
  const { styleUrl, language, theme, show, signal } = options
  let failures = 0
  let isOwn = false
  let lacking = false
  let turn = 0

  const showOwn = () => {
    isOwn = true
    show(ownStyle(theme(), language), true)
  }

  const draw = async () => {
    const started = ++turn
    if (isOwn) return showOwn()
    const style = await fetchServerStyle(styleUrl, theme(), language, signal)
    if (signal.aborted || started !== turn) return
    lacking = !style && isWanted(styleUrl, theme())
    show(style ?? ownStyle(theme(), language), lacking)
  }

  map.on('error', (event) => {
    const { sourceId, tile } = event as { sourceId?: string; tile?: unknown }
    if (!sourceId || isOverlay(sourceId)) return
    // Without its description a source has no tiles at all; single tiles may fail and the next ones come.
    failures += tile ? 1 : FAILURES_BEFORE_OWN_MAP
    if (!isOwn && failures >= FAILURES_BEFORE_OWN_MAP) showOwn()
  })
  map.on('data', (event) => {
    const loaded = event.dataType === 'source' && 'tile' in event && event.tile
    if (loaded && !isOverlay(event.sourceId)) failures = Number.NEGATIVE_INFINITY
  })

  addEventListener(
    'online',
    () => {
      if (!isOwn && !lacking) return
      isOwn = false
      failures = 0
      void draw()
    },
    { signal },
  )

  return draw
}

/** Our own sources ride on the base map; their failures say nothing of it. */
const isOverlay = (sourceId: string) => sourceId.startsWith('hw-')
