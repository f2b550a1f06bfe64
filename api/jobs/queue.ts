import type { Context } from '../context.ts'
import type { Db } from '../db/connect.ts'
import type { Mail } from '../mail/mailer.ts'

/** Work that follows a change. Each type's handler is registered in api/job-handlers.ts. */
export type Job =
  /** The mail is of no use, nor are the address and words in it, once that report is deleted. */
  | { type: 'mail.send'; payload: Mail & { reportId: string } }
  /** Written by its handler: a key stands in no job. */
  | { type: 'mail.manage-link'; payload: { reportId: string } }
  | { type: 'match.refresh'; payload: { reportId: string } }
  /** A report was closed: its animal's other reports may be, too. */
  | { type: 'animal.closed'; payload: { reportId: string } }
  /** Asked for by the trigger on the photos table. */
  | { type: 'photos.release'; payload: { ids: string[] } }
  | { type: 'housekeeping'; payload: Record<string, never> }

export type JobType = Job['type']

/**
 * What a long-lived process runs side by side, each lane one job after another: mail waits on servers elsewhere, and
 * housekeeping reads whole stores; neither may hold up matches.
 */
export const JOB_LANES: readonly (readonly JobType[])[] = [
  ['match.refresh', 'animal.closed'],
  ['mail.send', 'mail.manage-link'],
  ['photos.release', 'housekeeping'],
]

/**
 * Adds a job in the transaction of the change it belongs to. With a key, a waiting job of that type and key is
 * enough: the second one is dropped.
 */
export function enqueueJob(
  ctx: Pick<Context, 'clock'>,
  db: Db,
  job: Job,
  options: { dedupeKey?: string; runAt?: Date } = {},
): Promise<void> {
  return enqueueJobs(ctx, db, [{ ...job, ...options }])
}

/** Asks for the matches of reports that are new or have changed. */
export function enqueueMatchRefresh(
  ctx: Pick<Context, 'clock'>,
  db: Db,
  ...reportIds: readonly string[]
): Promise<void> {
  return enqueueJobs(
    ctx,
    db,
    reportIds.map((reportId) => ({ type: 'match.refresh', payload: { reportId }, dedupeKey: reportId })),
  )
}

async function enqueueJobs(
  ctx: Pick<Context, 'clock'>,
  db: Db,
  jobs: readonly (Job & { dedupeKey?: string; runAt?: Date })[],
): Promise<void> {
  if (jobs.length === 0) return
  const now = ctx.clock()
  const rows = jobs.map(({ type, payload, dedupeKey, runAt }) => ({
    type,
    payload: db.json(payload),
    dedupe_key: dedupeKey ?? null,
    run_at: runAt ?? now,
    created_at: now,
  }))
  await db`
    insert into jobs ${db(rows)}
    on conflict (type, dedupe_key) where dedupe_key is not null and claimed_until is null and failed_at is null
    do nothing`
}

/** Takes back the mails about a report that wait or failed: with the report go the addresses and words in them. */
export async function deleteMailsOf(db: Db, reportId: string): Promise<void> {
  await db`
    delete from jobs
    where type = 'mail.send'
      and payload->>'reportId' = ${reportId}`
}
