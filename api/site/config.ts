import { z } from '@hono/zod-openapi'
import type { Context } from '../context.ts'
import { LANGUAGES } from '../domain/vocabulary.ts'
import { MAX_PHOTO_BYTES, MAX_PHOTOS } from '../photos/limits.ts'
import { hasDemoReports } from './queries.ts'

export const siteConfig = z
  .object({
    mapStyleUrl: z.string(),
    demo: z.boolean().openapi({ description: 'reports of the demo city are on show' }),
    defaultCenter: z.tuple([z.number(), z.number()]),
    defaultZoom: z.number(),
    maxPhotos: z.number(),
    maxPhotoBytes: z.number(),
    languages: z.array(z.enum(LANGUAGES)),
  })
  .openapi('SiteConfig')
export type SiteConfig = z.output<typeof siteConfig>

/** What the web app needs to know before its first screen. */
export async function getSiteConfig({ readSql, config }: Context): Promise<SiteConfig> {
  const { lng, lat, zoom } = config.mapView
  return {
    mapStyleUrl: config.mapStyleUrl,
    demo: await hasDemoReports(readSql),
    defaultCenter: [lng, lat],
    defaultZoom: zoom,
    maxPhotos: MAX_PHOTOS,
    maxPhotoBytes: MAX_PHOTO_BYTES,
    languages: [...LANGUAGES],
  }
}
