import type { Db } from '../../db/connect.ts'
import type { Species } from '../../domain/vocabulary.ts'
import type { Reason } from '../model/types.ts'

type Scope = { species: Species; region: bigint | null }

/** Species, and species in a region, with at least so many verdicts that say yes or no; everywhere first. */
export async function findScopes(db: Db, least: number): Promise<(Scope & { outcomes: number })[]> {
  return db<(Scope & { outcomes: number })[]>`
    select species, region, count(*)::int as outcomes
    from match_outcomes
    where verdict <> 'unsure'
    group by grouping sets ((species), (species, region))
    having count(*) >= ${least}
    order by species, region nulls first`
}

export type OutcomeRow = { id: string; verdict: 'same' | 'different'; reasons: Reason[]; probability: number }

/** The newest first, as many as a refit can use. */
export async function findOutcomes(db: Db, { species, region }: Scope): Promise<OutcomeRow[]> {
  return db<OutcomeRow[]>`
    select id, verdict, reasons, probability
    from match_outcomes
    where species = ${species}
      and verdict <> 'unsure'
      ${region === null ? db`` : db`and region = ${region}`}
    order by judged_at desc
    limit 100000`
}

/** Lost reports from before `before`, and how many of them a match brought home. */
export async function countMatchedLosses(
  db: Db,
  species: Species,
  before: Date,
): Promise<{ lost: number; matched: number }> {
  const [row] = await db<{ lost: number; matched: number }[]>`
    select
      count(*)::int as lost,
      count(*) filter (
        where r.resolution in ('returned_by_finder', 'returned_by_shelter')
          or exists (select 1 from match_verdicts v where v.lost_id = r.id and v.verdict = 'same')
      )::int as matched
    from reports r
    where r.kind = 'lost'
      and r.species = ${species}
      and r.occurred_at < ${before}
      and not r.is_demo`
  return row ?? { lost: 0, matched: 0 }
}

export async function insertParameters(
  db: Db,
  scope: Scope & { outcomes: number; parameters: unknown; at: Date },
): Promise<void> {
  await db`
    insert into match_parameters (species, region, outcomes, parameters, created_at)
    values (${scope.species}, ${scope.region}, ${scope.outcomes}, ${db.json(scope.parameters as never)}, ${scope.at})`
}
