import sharp from 'sharp'

/** A drawing as the JPEG that a phone would have made of it. */
export async function rasteriseWithSharp(svg: string): Promise<Uint8Array> {
  return sharp(Buffer.from(svg)).flatten({ background: '#ffffff' }).jpeg({ quality: 88 }).toBuffer()
}
