/** Lines of large letters on posters and cards, from nothing but the widths of words. */

/** The two cuts of Golos Text that posters and cards are set in. */
export type LetterWeight = 500 | 800

/** Width of a text at a font size of one unit. */
export type Measure = (text: string, weight: LetterWeight) => number

/** A word in pieces that fit, a letter at the least. */
function cutWord(word: string, fits: (piece: string) => boolean): string[] {
  const pieces: string[] = []
  for (const letter of fits(word) ? [word] : word) {
    const last = pieces.at(-1)
    if (last !== undefined && fits(last + letter)) pieces[pieces.length - 1] = last + letter
    else if (letter) pieces.push(letter)
  }
  return pieces
}

/** Breaks a text into lines no wider than `width` at `size`; a word that is wider is cut. At most `maxLines`. */
export function wrapLines(
  text: string,
  {
    size,
    width,
    weight,
    maxLines,
    measure,
  }: { size: number; width: number; weight: LetterWeight; maxLines: number; measure: Measure },
): string[] {
  const lines: string[] = []
  const fits = (words: string) => measure(words, weight) * size <= width
  for (const word of text.split(/\s+/).flatMap((whole) => cutWord(whole, fits))) {
    const last = lines.at(-1)
    const longer = last === undefined ? word : `${last} ${word}`
    if (last !== undefined && fits(longer)) lines[lines.length - 1] = longer
    else lines.push(word)
  }
  if (lines.length <= maxLines) return lines
  return [...lines.slice(0, maxLines - 1), `${lines[maxLines - 1]} …`]
}

/** The largest size, up to `max`, at which every line fits the width. */
export function fitSize(
  lines: readonly string[],
  options: { width: number; max: number; weight: LetterWeight; measure: Measure },
): number {
  const widest = Math.max(...lines.map((line) => options.measure(line, options.weight)))
  return widest > 0 ? Math.min(options.max, options.width / widest) : options.max
}

/** Two lines of a headline when that lets the letters be larger, else one. */
export function breakHeadline(
  text: string,
  options: { width: number; max: number; measure: Measure },
): string[] {
  const words = text.split(' ')
  const one = fitSize([text], { ...options, weight: 800 })
  const splits = words
    .slice(1)
    .map((_, at) => [words.slice(0, at + 1).join(' '), words.slice(at + 1).join(' ')])
  const best = splits.reduce<{ lines: string[]; size: number }>(
    (found, lines) => {
      const size = Math.min(fitSize(lines, { ...options, weight: 800 }), options.max * 0.72)
      return size > found.size ? { lines, size } : found
    },
    { lines: [text], size: one },
  )
  return best.lines
}
