import type { Map as MapLibre, StyleSpecification } from 'maplibre-gl'
import type { Language } from '../../../api/domain/vocabulary.ts'
import type { MapTheme } from '../theme.ts'
import { fetchServerStyle, isWanted, ownStyle } from './choose-style.ts'

/** So many failed requests to the tile server, with none that came, and our own map takes its place. */
const FAILURES_BEFORE_OWN_MAP = 3

/**
 * And so long without a word of it after its style was shown: a server may take requests and never answer. Not sooner, as on
 * a slow line its first tile comes before the whole of our own map would.
 */
const SILENCE_BEFORE_OWN_MAP_MS = 20_000

export type BaseMapOptions = {
  /** Empty: the bundled map from the start. */
  styleUrl: string
  language: Language
  /** The theme of the moment. */
  theme: () => MapTheme
  /** Takes the style that was chosen; without the streets that the server's would have had. */
  show: (style: StyleSpecification, lacksStreets: boolean) => void
  /** Hears once that something of a style that was shown is on the sheet. */
  onDrawn: () => void
  /** Ends what is still on its way when the map goes. */
  signal: AbortSignal
}

/**
 * Puts what lies under the reports onto the map: the server's map, or our own once the server fails, until
 * the network comes back.
 * @returns how to draw it, at first and after each change of theme
 */
export function attachBaseMap(map: MapLibre, options: BaseMapOptions): () => Promise<void> {
  const { styleUrl, language, theme, show, onDrawn, signal } = options
  /** Of the style that is shown; below zero once one of its tiles came. */
  let failures = 0
  let shown: 'nothing' | 'server' | 'own' = 'nothing'
  let serverFailed = false
  let lacking = false
  let isDrawn = false
  let turn = 0
  let silence: ReturnType<typeof setTimeout> | undefined
  const stopListening = () => clearTimeout(silence)

  const put = (style: StyleSpecification | undefined) => {
    failures = 0
    stopListening()
    if (style) silence = setTimeout(giveServerUp, SILENCE_BEFORE_OWN_MAP_MS)
    shown = style ? 'server' : 'own'
    lacking = !style && isWanted(styleUrl, theme())
    show(style ?? ownStyle(theme(), language), lacking)
  }

  const draw = async () => {
    const started = ++turn
    const style = serverFailed ? undefined : await fetchServerStyle(styleUrl, theme(), language, signal)
    if (!signal.aborted && started === turn) put(style)
  }

  const giveServerUp = () => {
    serverFailed = true
    void draw()
  }

  const sayDrawn = () => {
    if (isDrawn) return
    isDrawn = true
    onDrawn()
  }

  map.on('error', (event) => {
    const { sourceId, tile } = event as { sourceId?: string; tile?: unknown }
    if (!sourceId || isOverlay(sourceId)) return
    // Without its description a source has no tiles at all; single tiles may fail and the next ones come.
    failures += tile ? 1 : FAILURES_BEFORE_OWN_MAP
    if (shown === 'server' && failures >= FAILURES_BEFORE_OWN_MAP) giveServerUp()
  })
  map.on('data', (event) => {
    const loaded = event.dataType === 'source' && 'tile' in event && event.tile
    if (!loaded || isOverlay(event.sourceId)) return
    failures = Number.NEGATIVE_INFINITY
    stopListening()
    // Not at rest only: a single tile that never answers would keep the map from it.
    map.once('render', sayDrawn)
  })
  map.on('idle', () => {
    // A small view is all of one or two tiles.
    if (shown === 'server' && failures > 0) giveServerUp()
    else if (shown !== 'nothing' && failures <= 0) {
      stopListening()
      sayDrawn()
    }
  })

  signal.addEventListener('abort', stopListening)
  addEventListener(
    'online',
    () => {
      if (!serverFailed && !lacking && failures <= 0) return
      serverFailed = false
      void draw()
    },
    { signal },
  )

  return draw
}

/** Our own sources ride on the base map; their failures say nothing of it. */
const isOverlay = (sourceId: string) => sourceId.startsWith('hw-')
