import type { LetterWeight, Measure } from '../domain/fit-text.ts'

/** A typeface that is drawn rather than set, so that a card looks the same wherever it is painted. */
export type Letters = {
  measure: Measure
  /** What of a text the typeface can draw, on one line. */
  clean: (text: string) => string
  /** SVG path data of one line; `y` is its baseline. */
  outline: (text: string, weight: LetterWeight, at: { x: number; y: number; size: number }) => string
}

/** The upper left part of a card that a photo fills. */
export type PhotoArea = { width: number; height: number }

export type CardJob = {
  /** Equal keys are equal cards: they are painted once. */
  key: string
  /** SVG that lies over the photo; with no letters of the system in it. */
  draw: (letters: Letters) => string
  photo?: { area: PhotoArea; read: () => Promise<Uint8Array> } | undefined
}

/** Makes the PNG of a card. Throws ServiceError `unavailable` when too many are being painted. */
export type CardPainter = { paint: (job: CardJob) => Promise<Uint8Array<ArrayBuffer>> }
