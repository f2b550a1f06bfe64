import { join } from 'node:path'
import sharp from 'sharp'

const PER_SHEET = 6
const PER_ROW = 3
/** What is longer than this is seen by its top. */
const LARGEST = { width: 640, height: 900 } as const
const CAPTION_PX = 28
const GAP_PX = 12
const GROUND = '#777777'

type Tile = { image: Buffer; width: number; height: number }

/** Puts pictures side by side, six a sheet, each under its name; gives the names of the sheets. */
export async function writeSheets(folder: string, names: readonly string[]): Promise<string[]> {
  const written: string[] = []
  for (let at = 0; at < names.length; at += PER_SHEET) {
    const file = `sheet-${String(written.length + 1).padStart(3, '0')}.png`
    const tiles = await Promise.all(names.slice(at, at + PER_SHEET).map((name) => makeTile(folder, name)))
    await joinTiles(tiles, join(folder, file))
    written.push(file)
  }
  return written
}

async function joinTiles(tiles: readonly Tile[], path: string) {
  const rows = [tiles.slice(0, PER_ROW), tiles.slice(PER_ROW)].filter((row) => row.length > 0)
  const layers: { input: Buffer; left: number; top: number }[] = []
  let [width, top] = [0, 0]
  for (const row of rows) {
    let left = 0
    for (const tile of row) {
      layers.push({ input: tile.image, left, top })
      left += tile.width + GAP_PX
    }
    width = Math.max(width, left)
    top += Math.max(...row.map(({ height }) => height)) + GAP_PX
  }
  await sharp({ create: { width, height: top, channels: 3, background: GROUND } })
    .composite(layers)
    .png()
    .toFile(path)
}

async function makeTile(folder: string, name: string): Promise<Tile> {
  const whole = sharp(join(folder, name)).resize({ width: LARGEST.width, withoutEnlargement: true })
  const { data, info } = await whole.png().toBuffer({ resolveWithObject: true })
  const { width } = info
  const height = Math.min(info.height, LARGEST.height)
  const caption = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${CAPTION_PX}">
    <text x="2" y="19" font-family="sans-serif" font-size="14" fill="#fff">${name}</text></svg>`
  const image = await sharp(data)
    .extract({ left: 0, top: 0, width, height })
    .extend({ top: CAPTION_PX, background: GROUND })
    .composite([{ input: Buffer.from(caption), left: 0, top: 0 }])
    .png()
    .toBuffer()
  return { image, width, height: height + CAPTION_PX }
}
