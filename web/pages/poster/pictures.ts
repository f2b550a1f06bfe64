import { fitPhoto } from './fit-photo.ts'

/** Printed as a light grey: the box stays one picture, with the drawing in its corner, where a photo does not fill it. */
const MAT = '#e9e6df'

/** A photo in a box of a shape, on a mat where it leaves room. @returns a JPEG data URL; `ratio` is width to height */
export async function photoToJpeg(url: string, ratio: number): Promise<string> {
  const image = await loadImage(url)
  const { left, top, width, height } = fitPhoto(
    { width: image.naturalWidth, height: image.naturalHeight },
    ratio,
  )
  const canvas = document.createElement('canvas')
  canvas.width = Math.round(Math.min(1600, width))
  canvas.height = Math.round(canvas.width / ratio)
  const pen = canvas.getContext('2d')
  if (!pen) throw new Error('no canvas')
  pen.fillStyle = MAT
  pen.fillRect(0, 0, canvas.width, canvas.height)
  pen.drawImage(image, left, top, width, height, 0, 0, canvas.width, canvas.height)
  return canvas.toDataURL('image/jpeg', 0.9)
}

/** A drawing (SVG text, square) in the middle of a quiet ground. @returns a JPEG data URL */
export async function drawingToJpeg(svg: string, ratio: number, ground: string): Promise<string> {
  const image = await loadImage(`data:image/svg+xml;utf8,${encodeURIComponent(svg)}`)
  const canvas = document.createElement('canvas')
  canvas.height = 800
  canvas.width = Math.round(canvas.height * ratio)
  const pen = canvas.getContext('2d')
  if (!pen) throw new Error('no canvas')
  pen.fillStyle = ground
  pen.fillRect(0, 0, canvas.width, canvas.height)
  pen.drawImage(image, (canvas.width - canvas.height) / 2, 0, canvas.height, canvas.height)
  return canvas.toDataURL('image/jpeg', 0.92)
}

function loadImage(url: string): Promise<HTMLImageElement> {
  return new Promise((fulfil, reject) => {
    const image = new Image()
    image.onload = () => fulfil(image)
    image.onerror = () => reject(new Error('The picture cannot be read.'))
    image.src = url
  })
}
