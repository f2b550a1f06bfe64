import type { Context } from '../context.ts'
import type { LngLat } from '../domain/geo/lng-lat.ts'
import type { PublicArea } from '../domain/geo/public-area.ts'
import type { Language } from '../domain/vocabulary.ts'
import { limitRate } from '../http/rate-limit.ts'
import { describePlace, type GazetteerFile, type Place } from './gazetteer.ts'
import { findNearestPlace, type NearestPlace } from './nearest-place.ts'
import { askPhoton } from './photon.ts'
import { indexPlaces, type PlaceIndex, placesAround, searchPlaces } from './search.ts'

export type { Place } from './gazetteer.ts'

/** A question a keystroke is fine; a free geocoder for others is not. */
const ASK_LIMIT = { name: 'places.ask', max: 600, windowS: 600 }

export type PlaceQuestion = {
  /** What was typed; without it the question is what is around `near`. */
  q?: string | undefined
  near?: LngLat | undefined
  language: Language
  limit: number
}

type Gazetteer = { regions: GazetteerFile['regions']; index: PlaceIndex }

/** The file never changes while a process runs, so one reading serves all. */
let gazetteer: Promise<Gazetteer> | undefined

function openGazetteer(): Promise<Gazetteer> {
  gazetteer ??= import('./places.data.json', { with: { type: 'json' } }).then(({ default: file }) => {
    const { regions, places } = file as unknown as GazetteerFile
    return { regions, index: indexPlaces(places) }
  })
  return gazetteer
}

/**
 * Places by name, or names for a place: from the Photon server when one is set, and from the bundled gazetteer when
 * there is none or it does not answer. Never throws for what was asked.
 */
export async function findPlaces(ctx: Context, question: PlaceQuestion): Promise<Place[]> {
  await limitRate(ctx, ASK_LIMIT)
  const { geocoderUrl } = ctx.config
  if (geocoderUrl) {
    try {
      return await askPhoton(geocoderUrl, question)
    } catch (error) {
      ctx.log.warn('geocoder.failed', { requestId: ctx.requestId, name: (error as Error).name })
    }
  }
  return findBundledPlaces(question)
}

async function findBundledPlaces({ q, near, language, limit }: PlaceQuestion): Promise<Place[]> {
  const { regions, index } = await openGazetteer()
  const rows = q ? searchPlaces(index, q, near, limit) : near ? placesAround(index.rows, near, limit) : []
  return rows.map((row) => describePlace(row, regions, language))
}

/** What a report with this public area will be said to be near; the Photon server has no say in it. */
export async function namePublicArea(ctx: Context, area: PublicArea): Promise<NearestPlace | undefined> {
  await limitRate(ctx, ASK_LIMIT)
  return findNearestPlace(area, area.radiusM)
}
