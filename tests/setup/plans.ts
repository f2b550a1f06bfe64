import type { Sql } from '../../api/db/connect.ts'
import { publishPlace } from '../../api/reports/public-place.ts'
import { NOW } from './app.ts'

/** Ids of `fillCity`, from 1 for the newest report. */
export const cityId = (n: number) => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`

/**
 * A city's year, 4,000 reports around Moscow: enough that no plan is a matter of taste. Every fifth ended well, every
 * fiftieth names another. "Dog" is a common word of theirs, "rare" is not.
 */
export async function fillCity(sql: Sql): Promise<void> {
  const places = Array.from({ length: 4_000 }, (_, at) =>
    publishPlace(
      { lng: 37 + ((at * 7919) % 1000) / 1000, lat: 55.5 + ((at * 104_729) % 1000) / 2000 },
      'exact',
    ),
  )
  await sql`
    insert into reports (
      id, kind, species, occurred_at, location, location_privacy, public_location, public_radius_m,
      public_quadkey, match_cell, manage_token_hash, created_at, updated_at, about_report_id,
      status, resolution, resolved_at, description
    )
    select
      ('00000000-0000-4000-8000-' || lpad(n::text, 12, '0'))::uuid,
      (array['lost', 'found', 'sighting'])[1 + n % 3],
      'dog',
      ${NOW}::timestamptz - n * interval '2 hours',
      place, 'exact', place, 0, quadkey, match_cell, ''::bytea, ${NOW}, ${NOW},
      case when n % 50 = 0 then ('00000000-0000-4000-8000-' || lpad((n / 50)::text, 12, '0'))::uuid end,
      case when n % 5 = 0 then 'reunited' else 'active' end,
      case when n % 5 = 0 then 'returned_self' end,
      case when n % 5 = 0 then ${NOW}::timestamptz end,
      case n % 401 when 0 then 'a rare cat' else 'a dog' end
    from unnest(
      ${places.map(({ lng }) => lng)}::float8[],
      ${places.map(({ lat }) => lat)}::float8[],
      ${places.map(({ quadkey }) => String(quadkey))}::bigint[],
      ${places.map(({ matchCell }) => String(matchCell))}::bigint[]
    ) with ordinality as places (lng, lat, quadkey, match_cell, n),
    lateral (select st_setsrid(st_makepoint(lng, lat), 4326)::geography) as at (place)`
  await sql`vacuum analyze reports`
}

/**
 * The plans of the queries that `ask` sends, one after another; each is explained in place of being run and answers
 * no rows. Parts that are put into other queries go through as they are.
 */
export async function planOf(sql: Sql, ask: (sql: Sql) => PromiseLike<unknown>): Promise<string> {
  const plans: string[] = []
  const explain = async (query: ReturnType<Sql>) => {
    const rows = await sql`explain ${query}`
    plans.push(...rows.map((row) => String(row['QUERY PLAN'])))
    return []
  }
  const explaining = new Proxy(sql, {
    apply: (target, _, args) => {
      const made = Reflect.apply(target, undefined, args)
      const isQuery = Array.isArray(args[0]) && 'raw' in args[0]
      return isQuery ? whenAwaited(made, explain) : made
    },
  })
  await ask(explaining)
  return plans.join('\n')
}

/** A query is sent when it is awaited, so awaiting is what has to change. */
function whenAwaited<Q extends PromiseLike<unknown>>(query: Q, instead: (query: Q) => Promise<unknown>): Q {
  const then: Q['then'] = (fulfilled, rejected) => instead(query).then(fulfilled, rejected)
  Object.defineProperty(query, 'then', { value: then })
  return query
}
