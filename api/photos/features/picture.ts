/** Opaque 8-bit sRGB pixels, row by row, four bytes each (the fourth is ignored: 255). */
export type RgbaPicture = { width: number; height: number; data: Uint8Array | Uint8ClampedArray }

/** Longest side, in pixels, of the decoded picture that every runtime hands to the feature code. */
export const WORKING_SIDE_PX = 192

/**
 * Averages areas down to exactly `width` × `height`. Runtimes resize with different filters; averaging once
 * more in shared code is what makes their numbers agree.
 */
export function shrinkPicture(picture: RgbaPicture, width: number, height: number): RgbaPicture {
  const columns = coverageOf(picture.width, width)
  const rows = coverageOf(picture.height, height)
  const data = new Uint8Array(width * height * 4)
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const sums = [0, 0, 0]
      let area = 0
      for (const row of rows[y]!) {
        for (const column of columns[x]!) {
          const share = row.share * column.share
          const from = (row.index * picture.width + column.index) * 4
          area += share
          for (let channel = 0; channel < 3; channel++)
            sums[channel]! += share * picture.data[from + channel]!
        }
      }
      const to = (y * width + x) * 4
      for (let channel = 0; channel < 3; channel++) data[to + channel] = Math.round(sums[channel]! / area)
      data[to + 3] = 255
    }
  }
  return { width, height, data }
}

/** The same with the longest side at most `side`; never enlarges, keeps at least one pixel a side. */
export function shrinkToSide(picture: RgbaPicture, side: number): RgbaPicture {
  const scale = Math.min(1, side / Math.max(picture.width, picture.height))
  const width = Math.max(1, Math.round(picture.width * scale))
  const height = Math.max(1, Math.round(picture.height * scale))
  return shrinkPicture(picture, width, height)
}

type Coverage = { index: number; share: number }[]

/** Which source cells, and how much of each, every one of `to` target cells covers. */
function coverageOf(from: number, to: number): Coverage[] {
  const step = from / to
  return Array.from({ length: to }, (_, target) => {
    const start = target * step
    const end = Math.min(from, start + step)
    const covered: Coverage = []
    for (let index = Math.floor(start); index < Math.ceil(end - 1e-9); index++) {
      covered.push({ index, share: Math.min(end, index + 1) - Math.max(start, index) })
    }
    return covered
  })
}
