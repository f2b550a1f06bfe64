import { type LetterWeight, type Measure, wrapLines } from '../domain/fit-text.ts'

export type Column = { x: number; width: number }
export type TextBlock = { size: number; lines: string[]; whole: boolean }

type Setting = { size: number; weight: LetterWeight; width: number; measure: Measure }

const fits = (line: string, { size, weight, width, measure }: Setting) =>
  measure(line, weight) * size <= width

/** A line that is too long loses its end; one that `goesOn` says so in any case. */
export function clipLine(line: string, setting: Setting, goesOn = false): string {
  if (!goesOn && fits(line, setting)) return line
  const characters = [...line]
  const clipped = () => `${characters.join('').trimEnd()}…`
  while (characters.length > 0 && !fits(clipped(), setting)) characters.pop()
  return clipped()
}

/**
 * Texts, each from a line of its own, at the first of the sizes at which they stand whole; if there is none, at
 * the last one with their ends clipped.
 */
export function setBlock(
  texts: readonly string[],
  choices: readonly { size: number; maxLines: number }[],
  setting: Omit<Setting, 'size'>,
): TextBlock {
  let block: TextBlock = { size: 0, lines: [], whole: texts.length === 0 }
  for (const { size, maxLines } of choices) {
    const own = { ...setting, size }
    const lines = texts.flatMap((text) => wrapLines(text, { ...own, maxLines: Number.POSITIVE_INFINITY }))
    if (lines.length <= maxLines && lines.every((line) => fits(line, own)))
      return { size, lines, whole: true }
    const last = Math.min(maxLines, lines.length) - 1
    block = {
      size,
      whole: false,
      lines: lines
        .slice(0, last + 1)
        .map((line, at) => clipLine(line, own, at === last && lines.length > maxLines)),
    }
  }
  return block
}
