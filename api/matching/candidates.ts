import type { Db } from '../db/connect.ts'
import type { Parameters } from './model/parameters.ts'
import { dogOrCat, kernelOf } from './model/species.ts'
import type { MatchSubject } from './model/types.ts'
import { coverCircle } from './reach.ts'
import { type CandidateRow, matchColumns } from './row.ts'

/** Most counterparts scored for one report; the best by place and time alone. */
export const MOST_CANDIDATES = 400

const DAY_MS = 86_400_000
const METRES_PER_DEGREE = 111_195
/** A typical pin error of the other side, for the order in which candidates are taken. */
const TYPICAL_SIGMA_M = 200
/** Beyond this no kernel has anything left; a wide pin reaches further. */
const REACH_M = { dog: 60_000, cat: 30_000, bird: 120_000, small: 20_000 }
const MOST_REACH_M = 180_000
/** Dates are wrong by days: this many before the loss are still looked at. */
const EARLY_DAYS = 3

export type CandidateOptions = {
  /** Reports dated later are not looked at. */
  until: Date
  limit?: number
  /** Ties reports whose chips are one misreading apart. On unless said otherwise. */
  nearChips?: boolean
}

/**
 * The other side's active reports that place and time leave possible, the best `limit` of them, from whole cells
 * around the viewer's place. `viewer.place` decides what is read, so it must be one its reader may know.
 */
export async function findNearbyCandidates(
  db: Db,
  viewer: MatchSubject,
  parameters: Parameters,
  options: CandidateOptions,
): Promise<CandidateRow[]> {
  return db<CandidateRow[]>`
    with near as materialized (${nearbyIdsQuery(db, viewer, parameters, options)})
    select ${matchColumns(db)}, ${pairColumns(db, viewer.id)}
    from near
    join reports r on r.id = near.id
    cross join reports v
    where v.id = ${viewer.id}
      and ${notJudgedDifferent(db, viewer)}
    order by near.prior desc, r.id`
}

/** Ids and priors from the index alone; the rows of the best are read afterwards. */
export function nearbyIdsQuery(
  db: Db,
  viewer: MatchSubject,
  parameters: Parameters,
  { until, limit = MOST_CANDIDATES }: CandidateOptions,
) {
  const reachM = Math.min(MOST_REACH_M, REACH_M[kernelOf(viewer.species)] + 2 * viewer.place.sigmaM)
  const cells = coverCircle(viewer.place, reachM)
  return db`
    select r.id, ${priorOf(db, viewer, parameters)} as prior
    from reports r
    where r.status = 'active'
      and r.species = ${viewer.species}
      and ${onOtherSide(db, viewer)}
      and r.match_cell = any(${cells.map(String)}::bigint[])
      and ${withinTime(db, viewer, until)}
    order by prior desc, r.id
    limit ${limit}`
}

/**
 * Counterparts that a number or the finder's own word ties to the report: at any distance, of any age, expired or not.
 * Chips equal or misread by one digit, equal brands, sightings that name this report.
 */
export async function findTiedCandidates(
  db: Db,
  viewer: MatchSubject,
  { until, nearChips = true }: CandidateOptions,
): Promise<CandidateRow[]> {
  return db<CandidateRow[]>`
    with tied as materialized (
      select r.id
      from reports r, reports v
      where v.id = ${viewer.id} and r.chip_hash = v.chip_hash
      union
      select r.id
      from reports r, reports v
      where ${nearChips} and v.id = ${viewer.id} and r.chip_near && v.chip_near
      union
      select r.id
      from reports r, reports v
      where v.id = ${viewer.id} and r.brand_hash = v.brand_hash
      union
      select r.id
      from reports r
      where r.about_report_id = ${viewer.id}
      union
      select v.about_report_id
      from reports v
      where v.id = ${viewer.id} and v.about_report_id is not null
    )
    select ${matchColumns(db)}, ${pairColumns(db, viewer.id)}
    from reports r
    cross join reports v
    -- As an array: the planner takes one row in a hundred for tied, and would rather read the whole table.
    where r.id = any(array(select id from tied))
      and v.id = ${viewer.id}
      and r.status in ('active', 'expired')
      and r.species = v.species
      and ${onOtherSide(db, viewer)}
      and r.occurred_at <= ${until}
      and ${notJudgedDifferent(db, viewer)}
    order by r.id
    limit 50`
}

/** In the very words of the two partial indexes. */
const onOtherSide = (db: Db, viewer: MatchSubject) =>
  viewer.kind === 'lost' ? db`r.kind <> 'lost'` : db`r.kind = 'lost'`

/** Finder reports never expire; a loss is looked for from three days before its date, for wrong dates. */
function withinTime(db: Db, viewer: MatchSubject, until: Date) {
  const slackMs = EARLY_DAYS * DAY_MS
  if (viewer.kind === 'lost') {
    return db`r.occurred_at between ${new Date(viewer.occurredAtMs - slackMs)} and ${until}`
  }
  const last = new Date(Math.min(until.getTime(), viewer.occurredAtMs + slackMs))
  return db`r.occurred_at <= ${last}`
}

/** A verdict "different" by either author takes the pair out for both. Tables named `r` and `v`. */
function notJudgedDifferent(db: Db, viewer: MatchSubject) {
  const [own, other] = viewer.kind === 'lost' ? ['lost_id', 'finder_id'] : ['finder_id', 'lost_id']
  return db`not exists (
    select 1
    from match_verdicts j
    where j.verdict = 'different'
      and j.${db(own)} = v.id
      and j.${db(other)} = r.id
  )`
}

/** What the two reports' numbers say to each other. Only the relation leaves the database. */
function pairColumns(db: Db, viewerId: string) {
  return db`
    case
      when r.chip_hash = v.chip_hash then 'equal'
      when r.chip_near && v.chip_near then 'near'
      when r.chip_hash is not null and v.chip_hash is not null then 'different'
      when r.chip_hash is not null and v.chip_state = 'none_found' then 'none_found'
      when v.chip_hash is not null and r.chip_state = 'none_found' then 'none_found'
    end as chip,
    case
      when r.brand_hash = v.brand_hash then 'same'
      when r.brand_hash is not null and v.brand_hash is not null then 'different'
    end as brand,
    case
      when r.about_report_id = ${viewerId} or v.about_report_id = r.id then 'same'
      when coalesce(r.about_report_id, v.about_report_id) is not null then 'different'
    end as about`
}

/** Kernel and delay as the score trusts them, good enough to choose by: flat earth, no growth, one pin error for all. */
function priorOf(db: Db, viewer: MatchSubject, parameters: Parameters) {
  const { lng, lat, sigmaM } = viewer.place
  const pinVariance = sigmaM ** 2 + TYPICAL_SIGMA_M ** 2
  const eastM = METRES_PER_DEGREE * Math.cos((lat * Math.PI) / 180)
  const square = db`(
    power((r.public_lng - ${lng}::float8 - 360 * round((r.public_lng - ${lng}::float8) / 360)) * ${eastM}::float8, 2)
    + power((r.public_lat - ${lat}::float8) * ${METRES_PER_DEGREE}::float8, 2))`
  const kernel = parameters.kernel[kernelOf(viewer.species)]
    .map(([weight, scaleM]) => {
      const variance = scaleM ** 2 + pinVariance
      // The exponent is bounded because PostgreSQL's exp() fails where it would underflow.
      return db`${weight / variance}::float8 * exp(greatest(-600, ${square} / ${-2 * variance}::float8))`
    })
    .reduce((sum, term) => db`${sum} + ${term}`)
  const { medianDays, sigma, lateShare, lateDays } = parameters.delay[dogOrCat(viewer.species)]
  const sign = viewer.kind === 'lost' ? 1 : -1
  const days = db`(extract(epoch from r.occurred_at - ${new Date(viewer.occurredAtMs)})::float8 * ${sign / 86_400}::float8)`
  const away = db`greatest(${days}, 0.25)`
  const delay = db`case
    when ${days} < 0 then 0.01
    else 1e-6
      + ${lateShare / lateDays}::float8 * exp(greatest(-600, ${days} / ${-lateDays}::float8))
      + exp(greatest(-600, power(ln(${away} / ${medianDays}::float8), 2) / ${-2 * sigma ** 2}::float8))
        / (${away} * ${sigma * 2.5066}::float8)
  end`
  const { trust } = parameters
  return db`power(${kernel} + 1e-18, ${trust.distance}::float8) * power(${delay}, ${trust.delay}::float8)`
}
