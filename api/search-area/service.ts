import { readJudgedReports } from '../animals/service.ts'
import type { Context } from '../context.ts'
import { notFound } from '../errors.ts'
import { limitRate } from '../http/rate-limit.ts'
import { pinSigmaM } from '../matching/model/distance.ts'
import { defaultParameters } from '../matching/model/parameters.ts'
import { requireAuthor } from '../reports/author.ts'
import { findTruePlace } from '../reports/true-place.ts'
import { isVisible } from '../reports/visibility.ts'
import { readAccess } from './model/access.ts'
import { computeSearchArea, type SearchArea } from './model/compute.ts'
import { credibility } from './model/parameters.ts'
import type { Sighting, Waypoint } from './model/track.ts'
import { type EvidenceRow, findSearchSubject, listEvidence, type SearchSubjectRow } from './queries.ts'
import type { SearchAreaCollection, SearchAreaFeature, SearchAreaQuery } from './schema.ts'
import { readSearched, toSearchedFeature, toSearchReport } from './searched.ts'

/** Drawing the contours is work; nobody looks at hundreds in ten minutes. */
const READ_LIMIT = { name: 'search-area.read', max: 120, windowS: 600 }

/**
 * Where to look now. Strangers get what follows from public points alone; the author, what follows from their own
 * true point. Other people's reports count at their public points for everybody. Closed reports have no area.
 * @throws ServiceError not-found for a report the caller may not see, or a wrong token
 */
export async function readSearchArea(
  ctx: Context,
  id: string,
  query: SearchAreaQuery,
): Promise<SearchAreaCollection> {
  await limitRate(ctx, READ_LIMIT)
  const isAuthor = ctx.actor.token !== undefined
  if (isAuthor) await requireAuthor(ctx, ctx.sql, id)
  const subject = await findSearchSubject(ctx.sql, id)
  if (!subject || (!isAuthor && !isVisible(subject.status))) throw notFound()
  const access = query.access ?? readAccess(subject.description)
  const collection = { type: 'FeatureCollection', access, computedAt: ctx.clock().toISOString() } as const
  if (['reunited', 'withdrawn'].includes(subject.status)) return { ...collection, features: [], advice: [] }

  const start = isAuthor ? await readTrueStart(ctx, subject) : toPublicWaypoint(subject)
  const judged = await readJudgedReports(ctx.sql, id)
  const evidence = await listEvidence(ctx.sql, id, judged.same)
  // Where people searched tells where a home is: for strangers only what surrounds a place that is shown anyway.
  const ground = isAuthor || subject.location_privacy === 'exact' ? await readSearched(ctx.sql, id) : []
  const sightings = evidence.map((row) => toSighting(row, judged))
  const area = computeSearchArea({
    kind: subject.kind,
    species: subject.species,
    access,
    ownerIsKnown: subject.names_loss,
    start,
    sightings: sightings.filter(({ credibility, isDifferent }) => credibility > 0 || isDifferent),
    searched: ground.map((row) => toSearchReport(row, subject.species)),
    nowMs: ctx.clock().getTime(),
  })
  const features = [...toFeatures(id, start, area, isAuthor), ...ground.map(toSearchedFeature)]
  return { ...collection, features, advice: area.advice }
}

/** Public points carry no accuracy but their radius. */
function toPublicWaypoint(row: SearchSubjectRow | EvidenceRow): Waypoint {
  return {
    place: { lng: row.public_lng, lat: row.public_lat },
    sigmaM: pinSigmaM({ publicRadiusM: row.public_radius_m }, defaultParameters),
    atMs: row.occurred_at.getTime(),
  }
}

async function readTrueStart(ctx: Context, subject: SearchSubjectRow): Promise<Waypoint> {
  const place = await findTruePlace(ctx.sql, subject.id)
  if (!place) throw notFound()
  return {
    place: { lng: place.lng, lat: place.lat },
    sigmaM: pinSigmaM({ accuracyM: place.accuracy_m }, defaultParameters),
    atMs: subject.occurred_at.getTime(),
  }
}

type Judged = Awaited<ReturnType<typeof readJudgedReports>>

function toSighting(row: EvidenceRow, { same, different }: Judged): Sighting {
  return {
    ...toPublicWaypoint(row),
    reportId: row.id,
    credibility: credibilityOf(row, same.has(row.id)),
    isDifferent: different.has(row.id),
    inCare: row.kind !== 'sighting',
  }
}

function credibilityOf({ lost_verdict, finder_verdict, names_it }: EvidenceRow, isMember: boolean): number {
  if (lost_verdict === 'same') {
    return finder_verdict === 'same' || names_it ? credibility.bothSaySame : credibility.authorSaysSame
  }
  // An owner who is not sure, or took a verdict back, takes nothing from what the finder says.
  if (names_it) return credibility.finderNames
  if (finder_verdict === 'same') return credibility.finderSaysSame
  if (lost_verdict === 'unsure') return credibility.unsure
  return isMember ? credibility.sameAnimal : 0
}

function toFeatures(id: string, start: Waypoint, area: SearchArea, isAuthor: boolean): SearchAreaFeature[] {
  const { areas, firstPlaces, track } = area
  const features: SearchAreaFeature[] = areas.map(({ geometry, ...properties }) => ({
    type: 'Feature',
    geometry,
    properties: { kind: 'area', ...properties },
  }))
  for (const [at, { geometry, ...properties }] of firstPlaces.entries()) {
    features.push({
      type: 'Feature',
      geometry,
      properties: { kind: 'look_first', order: at + 1, ...properties },
    })
  }
  if (track.chain.length > 0) features.push(toTrackFeature(id, start, track.chain))
  for (const { sighting, reason } of track.excluded) {
    // What an author judged is not for strangers to read.
    if (reason === 'judged_different' && !isAuthor) continue
    features.push({
      type: 'Feature',
      geometry: { type: 'Point', coordinates: [sighting.place.lng, sighting.place.lat] },
      properties: { kind: 'excluded_sighting', reportId: sighting.reportId, reason },
    })
  }
  return features
}

function toTrackFeature(id: string, start: Waypoint, chain: readonly Sighting[]): SearchAreaFeature {
  const stops = [{ ...start, reportId: id }, ...chain].sort((one, other) => one.atMs - other.atMs)
  return {
    type: 'Feature',
    geometry: { type: 'LineString', coordinates: stops.map(({ place }) => [place.lng, place.lat]) },
    properties: {
      kind: 'track',
      reportIds: stops.map(({ reportId }) => reportId),
      times: stops.map(({ atMs }) => new Date(atMs).toISOString()),
    },
  }
}
