/** Widths that the app promises to fit, and a 1440 px screen whose browser zooms to 200 %. */
export const SIZES = {
  '320': { width: 320, height: 640, scale: 1 },
  '360': { width: 360, height: 780, scale: 1 },
  '768': { width: 768, height: 1024, scale: 1 },
  '1440': { width: 1440, height: 900, scale: 1 },
  zoomed: { width: 720, height: 450, scale: 2 },
} as const

export type SizeName = keyof typeof SIZES
