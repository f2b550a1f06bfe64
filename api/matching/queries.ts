import type { Db } from '../db/connect.ts'
import type { Kind, Language, Side, Status, Verdict } from '../domain/vocabulary.ts'
import { publicColumns, type ReportRow } from '../reports/row.ts'
import { visible } from '../reports/visibility.ts'
import type { Reason } from './model/types.ts'
import { type MatchRow, matchColumns } from './row.ts'

export type PairIds = { lostId: string; finderId: string }

export type OwnReport = MatchRow & { status: Status; about_report_id: string | null }

/** One report as its author or, with `publicOnly`, a stranger may ask about it. */
export async function findOwnReport(
  db: Db,
  id: string,
  options: { publicOnly?: boolean } = {},
): Promise<OwnReport | undefined> {
  const [row] = await db<OwnReport[]>`
    select ${matchColumns(db)}, r.status, r.about_report_id
    from reports r
    where r.id = ${id}
      ${options.publicOnly ? db`and ${visible(db)}` : db``}`
  return row
}

/** Public views, in no order. */
export async function findOpenReports(db: Db, ids: readonly string[]): Promise<ReportRow[]> {
  return db<ReportRow[]>`
    select ${publicColumns(db)}
    from reports r
    where r.id = any(${ids as string[]}::uuid[])
      and r.status in ('active', 'expired')`
}

export type VerdictRow = { other_id: string; verdict: Verdict }

/** What this side's author has said of others. */
export async function findVerdicts(db: Db, id: string, side: Side): Promise<VerdictRow[]> {
  const own = side === 'lost' ? db`lost_id` : db`finder_id`
  const other = side === 'lost' ? db`finder_id` : db`lost_id`
  return db<VerdictRow[]>`
    select ${other} as other_id, verdict
    from match_verdicts
    where ${own} = ${id}
      and side = ${side}`
}

export type Outcome = {
  species: string
  region: bigint
  verdict: Verdict
  side: Side
  reasons: readonly Reason[]
  probability: number
  at: Date
}

/**
 * The side's verdict on the pair in place of its earlier one; the row is held until the transaction ends.
 * @returns the outcome that the pair has by an earlier verdict
 */
export async function saveVerdict(
  db: Db,
  { lostId, finderId }: PairIds,
  { side, verdict, at }: Pick<Outcome, 'side' | 'verdict' | 'at'>,
): Promise<string | null> {
  const [row] = await db<{ outcome_id: string | null }[]>`
    insert into match_verdicts (lost_id, finder_id, side, verdict, judged_at)
    values (${lostId}, ${finderId}, ${side}, ${verdict}, ${at})
    on conflict (lost_id, finder_id, side) do update
    set verdict = excluded.verdict, judged_at = excluded.judged_at
    returning outcome_id`
  return row?.outcome_id ?? null
}

export async function insertOutcome(
  db: Db,
  { lostId, finderId }: PairIds,
  { side, ...outcome }: Outcome,
): Promise<void> {
  const outcomeId = crypto.randomUUID()
  await db`
    insert into match_outcomes (id, species, region, side, verdict, reasons, probability, judged_at)
    values (
      ${outcomeId}, ${outcome.species}, ${outcome.region}, ${side}, ${outcome.verdict},
      ${db.json(outcome.reasons as never)}, ${outcome.probability}, ${outcome.at}
    )`
  await db`
    update match_verdicts
    set outcome_id = ${outcomeId}
    where lost_id = ${lostId}
      and finder_id = ${finderId}
      and side = ${side}`
}

/** A changed mind: the features stay those of the first verdict, which was made without knowing the answer. */
export async function changeOutcome(
  db: Db,
  outcomeId: string,
  { verdict, at }: Pick<Outcome, 'verdict' | 'at'>,
): Promise<void> {
  await db`
    update match_outcomes
    set verdict = ${verdict}, judged_at = ${at}
    where id = ${outcomeId}`
}

/**
 * Marks the other author as told of this side's "same".
 * @returns false if they were told before
 */
export async function claimTellingSame(
  db: Db,
  { lostId, finderId }: PairIds,
  side: Side,
  at: Date,
): Promise<boolean> {
  const rows = await db`
    update match_verdicts
    set told_at = ${at}
    where lost_id = ${lostId}
      and finder_id = ${finderId}
      and side = ${side}
      and told_at is null
    returning 1`
  return rows.length > 0
}

/**
 * Notes what one side's author is shown for a pair.
 * @returns whether that author has never been told of it
 */
export async function savePair(
  db: Db,
  { lostId, finderId }: PairIds,
  shown: { side: Side; probability: number; at: Date },
): Promise<boolean> {
  const { side, probability, at } = shown
  const column = db(side === 'lost' ? 'lost_probability' : 'finder_probability')
  const told = db(side === 'lost' ? 'lost_told_at' : 'finder_told_at')
  const [row] = await db<{ untold: boolean }[]>`
    insert into match_pairs as p (lost_id, finder_id, ${column}, first_seen_at, updated_at)
    values (${lostId}, ${finderId}, ${probability}, ${at}, ${at})
    on conflict (lost_id, finder_id) do update
    set ${column} = excluded.${column}, updated_at = excluded.updated_at
    returning p.${told} is null as untold`
  return row?.untold ?? false
}

/**
 * Marks an author as told of a pair.
 * @returns false if another process was faster
 */
export async function claimTelling(
  db: Db,
  { lostId, finderId }: PairIds,
  side: Side,
  at: Date,
): Promise<boolean> {
  const told = db(side === 'lost' ? 'lost_told_at' : 'finder_told_at')
  const rows = await db`
    update match_pairs
    set ${told} = ${at}
    where lost_id = ${lostId}
      and finder_id = ${finderId}
      and ${told} is null
    returning 1`
  return rows.length > 0
}

/**
 * Marks an owner as told of a sighting that names their report, whether or not a list has the pair.
 * @returns false if they were told before
 */
export async function claimTellingSighting(
  db: Db,
  { lostId, finderId }: PairIds,
  at: Date,
): Promise<boolean> {
  const rows = await db`
    insert into match_pairs as p (lost_id, finder_id, lost_told_at, first_seen_at, updated_at)
    values (${lostId}, ${finderId}, ${at}, ${at}, ${at})
    on conflict (lost_id, finder_id) do update
    set lost_told_at = excluded.lost_told_at
    where p.lost_told_at is null
    returning 1`
  return rows.length > 0
}

/** What kind of report the finder's is, where its author said that it is about the lost one. */
export async function findNamingKind(db: Db, { lostId, finderId }: PairIds): Promise<Kind | undefined> {
  const [row] = await db<{ kind: Kind }[]>`
    select kind
    from reports
    where id = ${finderId}
      and about_report_id = ${lostId}`
  return row?.kind
}

export type Addressee = { kind: Kind; email: string | null; language: Language | null; name: string | null }

export async function findAddressee(db: Db, id: string): Promise<Addressee | undefined> {
  const [row] = await db<Addressee[]>`
    select kind, contact_email as email, language, name
    from reports
    where id = ${id}
      and status in ('active', 'expired')
      and not is_demo`
  return row
}

export type ParametersRow = { region: bigint | null; parameters: unknown }

/** The newest refitted parameters of a species, for everywhere and for one region. */
export async function findParameters(db: Db, species: string, region: bigint): Promise<ParametersRow[]> {
  return db<ParametersRow[]>`
    select distinct on (region) region, parameters
    from match_parameters
    where species = ${species}
      and (region is null or region = ${region})
    order by region, id desc`
}
