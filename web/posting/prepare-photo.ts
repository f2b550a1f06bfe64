import type { DraftPhoto, PhotoOffer } from './draft.ts'
import { newId } from './new-id.ts'

/** Longer sides than this add bytes and nothing a person sees; the server's largest picture is 1600. */
const MAX_SIDE_PX = 2048
const QUALITY = 0.86
const OLDEST_MS = Date.UTC(2000, 0, 1)

export class PhotoError extends Error {
  override name = 'PhotoError'
  readonly reason: 'notImage' | 'tooLarge' | 'broken'

  constructor(reason: 'notImage' | 'tooLarge' | 'broken') {
    super(reason)
    this.reason = reason
  }
}

const HEIC = /\.(heic|heif)$/i
const looksLikeImage = (file: File) => file.type.startsWith('image/') || HEIC.test(file.name)

/** The size to draw at, never larger than the picture is. */
export function fitSize(width: number, height: number, maxSide = MAX_SIDE_PX) {
  const scale = Math.min(1, maxSide / Math.max(width, height))
  return { width: Math.max(1, Math.round(width * scale)), height: Math.max(1, Math.round(height * scale)) }
}

async function redraw(file: File): Promise<Blob | undefined> {
  const bitmap = await createImageBitmap(file, { imageOrientation: 'from-image' }).catch(() => undefined)
  if (!bitmap) return undefined
  const { width, height } = fitSize(bitmap.width, bitmap.height)
  const canvas = document.createElement('canvas')
  canvas.width = width
  canvas.height = height
  const context = canvas.getContext('2d')
  context?.drawImage(bitmap, 0, 0, width, height)
  bitmap.close()
  if (!context) return undefined
  return new Promise((resolve) => canvas.toBlob((blob) => resolve(blob ?? undefined), 'image/jpeg', QUALITY))
}

/**
 * Draws the photo anew, so that its metadata never leaves the device, and no larger than is of use. What this
 * browser cannot decode (HEIC) goes as it is: the server can, and strips it too. Throws PhotoError.
 */
export async function preparePhoto(file: File, maxBytes: number): Promise<DraftPhoto> {
  if (!looksLikeImage(file)) throw new PhotoError('notImage')
  const drawn = await redraw(file)
  const blob = drawn ?? file
  if (!drawn && !HEIC.test(file.name) && !/hei[cf]|avif/.test(file.type)) throw new PhotoError('broken')
  if (blob.size > maxBytes) throw new PhotoError('tooLarge')
  return { id: newId(), blob, shown: drawn !== undefined }
}

type Exif = {
  latitude?: number
  longitude?: number
  GPSHPositioningError?: number
  DateTimeOriginal?: string
  OffsetTimeOriginal?: string
}

/** Date fields as cameras write them ("2026:11:20 18:30:00"), in the zone they name or else the device's. */
export function readTakenAt(
  text: string | undefined,
  offset: string | undefined,
  nowMs: number,
): string | undefined {
  const parts = /^(\d{4})[:-](\d\d)[:-](\d\d)[ T](\d\d):(\d\d)(?::(\d\d))?/.exec(text ?? '')
  if (!parts) return undefined
  const [, year, month, day, hour, minute, second = '00'] = parts
  const zone = /^[+-]\d\d:\d\d$/.test(offset ?? '') ? offset : ''
  const time = Date.parse(`${year}-${month}-${day}T${hour}:${minute}:${second}${zone}`)
  // A camera with a flat battery says 1980, one set wrong says next year: neither is worth offering.
  return time >= OLDEST_MS && time <= nowMs ? new Date(time).toISOString() : undefined
}

/** Place and time from the photo's own metadata, read on the device; an empty offer when there are none. */
export async function readOffer(file: File, nowMs: number): Promise<PhotoOffer> {
  try {
    const { parse } = await import('exifr/dist/lite.esm.mjs')
    // The small build cannot filter tags across blocks, so each block names its own.
    const options = {
      gps: true,
      exif: { pick: ['DateTimeOriginal', 'OffsetTimeOriginal'] },
      reviveValues: false,
    }
    const exif: (Omit<Exif, 'DateTimeOriginal'> & { DateTimeOriginal?: string }) | undefined = await parse(
      file,
      options,
    )
    if (!exif) return {}
    const { latitude: lat, longitude: lng } = exif
    const known = Number.isFinite(lat) && Number.isFinite(lng) && (lat !== 0 || lng !== 0)
    return {
      place: known
        ? { lng: lng!, lat: lat!, accuracyM: Math.round(exif.GPSHPositioningError ?? 30) }
        : undefined,
      takenAt: readTakenAt(exif.DateTimeOriginal, exif.OffsetTimeOriginal, nowMs),
    }
  } catch {
    return {}
  }
}
