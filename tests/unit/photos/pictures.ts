import { crc32, deflateSync } from 'node:zlib'
import sharp, { type Sharp } from 'sharp'

/** Hostile and ordinary pictures, made by the tests themselves. */

/** A brown blob with a white chest on grass: enough detail for every format. */
export function petPicture(width = 800, height = 600): Sharp {
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 80 60" width="${width}" height="${height}" preserveAspectRatio="none">
    <rect width="80" height="60" fill="#6b8f4e"/><rect y="40" width="80" height="20" fill="#4d6b38"/>
    <ellipse cx="40" cy="34" rx="22" ry="18" fill="#7a4a21"/><ellipse cx="40" cy="42" rx="8" ry="9" fill="#f3efe6"/>
    <circle cx="33" cy="25" r="2" fill="#111"/><circle cx="47" cy="25" r="2" fill="#111"/></svg>`
  return sharp(Buffer.from(svg)).flatten({ background: '#fff' })
}

/** Top half red, bottom half blue, stored lying on its side with an orientation tag that stands it up. */
export async function sidewaysPicture(): Promise<Buffer> {
  const red = { r: 220, g: 20, b: 20 }
  const upright = sharp({ create: { width: 300, height: 400, channels: 3, background: red } }).composite([
    { input: { create: { width: 300, height: 200, channels: 3, background: '#1414dc' } }, top: 200, left: 0 },
  ])
  const lying = await sharp(await upright.png().toBuffer())
    .rotate(270)
    .toBuffer()
  return sharp(lying).withMetadata({ orientation: 6 }).jpeg().toBuffer()
}

/** A photo that knows where and by whom it was taken, in three kinds of metadata. */
export async function talkativePicture(): Promise<Buffer> {
  return petPicture()
    .withExif({
      IFD0: { Artist: 'Jane Secret', Copyright: 'Jane Secret' },
      IFD3: {
        GPSLatitudeRef: 'N',
        GPSLatitude: '55/1 45/1 0/1',
        GPSLongitudeRef: 'E',
        GPSLongitude: '37/1 37/1 0/1',
      },
    })
    .withXmp(
      '<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description dc:creator="Jane Secret" xmlns:dc="http://purl.org/dc/elements/1.1/"/></rdf:RDF></x:xmpmeta>',
    )
    .withIccProfile('p3')
    .jpeg()
    .toBuffer()
}

export async function animatedPicture(format: 'gif' | 'webp'): Promise<Buffer> {
  const frame = (background: string) =>
    sharp({ create: { width: 64, height: 48, channels: 3, background } })
      .png()
      .toBuffer()
  const frames = await Promise.all(['#c81e1e', '#1ec81e', '#1e1ec8'].map(frame))
  return sharp(frames, { join: { animated: true } })
    [format]()
    .toBuffer()
}

/** A few hundred bytes of PNG whose header promises `width` × `height` pixels of one colour. */
export function pngBomb(width: number, height: number): Buffer {
  const header = Buffer.alloc(13)
  header.writeUInt32BE(width, 0)
  header.writeUInt32BE(height, 4)
  header.set([8, 2, 0, 0, 0], 8)
  const rows = deflateSync(Buffer.alloc(100_000))
  return Buffer.concat([
    Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'),
    pngChunk('IHDR', header),
    pngChunk('IDAT', rows),
    pngChunk('IEND', Buffer.alloc(0)),
  ])
}

function pngChunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data])
  const chunk = Buffer.alloc(body.length + 8)
  chunk.writeUInt32BE(data.length, 0)
  chunk.set(body, 4)
  chunk.writeUInt32BE(crc32(body), body.length + 4)
  return chunk
}
