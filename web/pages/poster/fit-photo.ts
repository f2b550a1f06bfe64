type Measures = { width: number; height: number }
type Rect = Measures & { left: number; top: number }

/** More of a photo must not be cut off: white paws are a sign. */
const MOST_CUT = 0.1

/**
 * What of a photo a box shows: its middle, cut to the box, where that takes a tenth at most; else all of it, and the
 * rectangle reaches beyond the photo. @param ratio of the box, width to height
 */
export function fitPhoto({ width, height }: Measures, ratio: number): Rect {
  const shape = width / height
  const cut = 1 - Math.min(shape / ratio, ratio / shape)
  const wide = cut > MOST_CUT ? Math.max(width, height * ratio) : Math.min(width, height * ratio)
  const high = wide / ratio
  // A little above the middle: that is where the head is.
  return { left: (width - wide) / 2, top: (height - high) * 0.4, width: wide, height: high }
}
