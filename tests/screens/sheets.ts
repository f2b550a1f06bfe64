import { join } from 'node:path'
import sharp from 'sharp'

const PER_SHEET = 6
const TILE = { width: 620, height: 900 } as const
const CAPTION_PX = 28
const GAP_PX = 12

/** Puts pictures side by side, six a sheet, each under its name; what is longer than its tile is seen by its top. */
export async function writeSheets(folder: string, names: readonly string[]): Promise<string[]> {
  const written: string[] = []
  for (let at = 0; at < names.length; at += PER_SHEET) {
    const tiles = await Promise.all(names.slice(at, at + PER_SHEET).map((name) => makeTile(folder, name)))
    const columns = Math.min(3, tiles.length)
    const stepX = TILE.width + GAP_PX
    const stepY = TILE.height + CAPTION_PX + GAP_PX
    const file = `sheet-${String(written.length + 1).padStart(3, '0')}.png`
    await sharp({
      create: {
        width: columns * stepX,
        height: Math.ceil(tiles.length / columns) * stepY,
        channels: 3,
        background: '#777777',
      },
    })
      .composite(
        tiles.map((input, n) => ({
          input,
          left: (n % columns) * stepX,
          top: Math.floor(n / columns) * stepY,
        })),
      )
      .png()
      .toFile(join(folder, file))
    written.push(file)
  }
  return written
}

async function makeTile(folder: string, name: string): Promise<Buffer> {
  const picture = await sharp(join(folder, name))
    .resize({ width: TILE.width, withoutEnlargement: true })
    .toBuffer()
  const { height = 0 } = await sharp(picture).metadata()
  const top =
    height > TILE.height ? { top: 0, left: 0, ...(await widthOf(picture)), height: TILE.height } : undefined
  const seen = top ? await sharp(picture).extract(top).toBuffer() : picture
  const caption = `<svg xmlns="http://www.w3.org/2000/svg" width="${TILE.width}" height="${CAPTION_PX}">
    <text x="4" y="20" font-family="sans-serif" font-size="17" fill="#fff">${name}</text></svg>`
  return sharp({
    create: { width: TILE.width, height: TILE.height + CAPTION_PX, channels: 3, background: '#777777' },
  })
    .composite([
      { input: Buffer.from(caption), left: 0, top: 0 },
      { input: seen, left: 0, top: CAPTION_PX },
    ])
    .png()
    .toBuffer()
}

async function widthOf(picture: Buffer): Promise<{ width: number }> {
  return { width: (await sharp(picture).metadata()).width }
}
