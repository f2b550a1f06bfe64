import type { Db, SqlPart } from '../db/connect.ts'

/**
 * That a report, a row of `table`, is a sighting which the author of the lost report it names called another animal.
 * Only sightings: what an author says of animals in somebody's care stays between the two.
 */
export const isDenied = (db: Db, table: string): SqlPart => db`
  (${db(table)}.kind = 'sighting' and exists (
    select 1
    from match_verdicts v
    where v.lost_id = ${db(table)}.about_report_id
      and v.finder_id = ${db(table)}.id
      and v.side = 'lost'
      and v.verdict = 'different'
  ))`
