import type { RgbaPicture } from './picture.ts'

/** CIE 1976 L*a*b* under D65: L 0–100, a and b about −110…110. One unit is about one just visible step. */
export type Lab = readonly [lightness: number, a: number, b: number]

/** Lab pixels, three floats each, row by row. */
export type LabRaster = { width: number; height: number; data: Float32Array }

/** sRGB (IEC 61966-2-1) bytes to Lab. */
export function labOfRgb(red: number, green: number, blue: number): Lab {
  const r = LINEAR_OF_BYTE[red]!
  const g = LINEAR_OF_BYTE[green]!
  const b = LINEAR_OF_BYTE[blue]!
  const x = curveOf((0.4124564 * r + 0.3575761 * g + 0.1804375 * b) / 0.95047)
  const y = curveOf(0.2126729 * r + 0.7151522 * g + 0.072175 * b)
  const z = curveOf((0.0193339 * r + 0.119192 * g + 0.9503041 * b) / 1.08883)
  return [116 * y - 16, 500 * (x - y), 200 * (y - z)]
}

/** Lab to sRGB bytes, clipped to the gamut. */
export function rgbOfLab([lightness, a, b]: Lab): [number, number, number] {
  const fy = (lightness + 16) / 116
  const x = 0.95047 * uncurve(fy + a / 500)
  const y = uncurve(fy)
  const z = 1.08883 * uncurve(fy - b / 200)
  return [
    byteOfLinear(3.2404542 * x - 1.5371385 * y - 0.4985314 * z),
    byteOfLinear(-0.969266 * x + 1.8760108 * y + 0.041556 * z),
    byteOfLinear(0.0556434 * x - 0.2040259 * y + 1.0572252 * z),
  ]
}

export function labRasterOf(picture: RgbaPicture): LabRaster {
  const count = picture.width * picture.height
  const data = new Float32Array(count * 3)
  for (let i = 0; i < count; i++) {
    data.set(labOfRgb(picture.data[i * 4]!, picture.data[i * 4 + 1]!, picture.data[i * 4 + 2]!), i * 3)
  }
  return { width: picture.width, height: picture.height, data }
}

export function labAt(raster: LabRaster, pixel: number): Lab {
  return [raster.data[pixel * 3]!, raster.data[pixel * 3 + 1]!, raster.data[pixel * 3 + 2]!]
}

/** Squared Euclidean distance in Lab (the square of CIE76 ΔE). */
export function squaredDeltaE(one: Lab, other: Lab): number {
  return (one[0] - other[0]) ** 2 + (one[1] - other[1]) ** 2 + (one[2] - other[2]) ** 2
}

const LINEAR_OF_BYTE = Float64Array.from({ length: 256 }, (_, byte) => {
  const value = byte / 255
  return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4
})

function byteOfLinear(linear: number): number {
  const value = linear <= 0.0031308 ? linear * 12.92 : 1.055 * linear ** (1 / 2.4) - 0.055
  return Math.round(255 * Math.min(1, Math.max(0, value)))
}

function curveOf(t: number): number {
  return t > 216 / 24389 ? Math.cbrt(t) : (24389 / 27) * (t / 116) + 16 / 116
}

function uncurve(f: number): number {
  return f > 6 / 29 ? f ** 3 : 3 * (6 / 29) ** 2 * (f - 4 / 29)
}
