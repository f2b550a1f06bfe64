import type { Context } from '../context.ts'
import type { Job, JobType } from './queue.ts'

export type JobHandlers = {
  [T in JobType]: (ctx: Context, payload: Extract<Job, { type: T }>['payload']) => Promise<void>
}

type ClaimedJob = Job & { id: bigint; attempts: number; failed_at: Date | null }

/** Longer than any handler should take; a process that dies leaves its job to the next one after this. */
const LEASE_S = 300
const MAX_ATTEMPTS = 8
/** In place of an error's name, where the process died with its job and nobody could note an error. */
const LOST = 'ProcessLost'

/**
 * Runs jobs that are due, of some `types` or of all, one after another, until none is left, `max` are done or `signal`
 * is aborted.
 * A job that throws is tried again after 2, 4, 8 … minutes; after the last attempt it stays, marked as failed.
 * @returns how many were run
 */
export async function runDueJobs(
  ctx: Context,
  handlers: JobHandlers,
  { types, max = 100, signal }: { types?: readonly JobType[]; max?: number; signal?: AbortSignal } = {},
): Promise<number> {
  let done = 0
  while (done < max && !signal?.aborted) {
    const job = await claimJob(ctx, types)
    if (!job) break
    done += 1
    if (job.failed_at) {
      ctx.log.error('job.failed', { type: job.type, attempts: job.attempts, name: LOST, gaveUp: true })
      continue
    }
    try {
      await (handlers[job.type] as (ctx: Context, payload: Job['payload']) => Promise<void>)(ctx, job.payload)
      await ctx.sql`delete from jobs where id = ${job.id} and attempts = ${job.attempts}`
    } catch (error) {
      await postponeJob(ctx, job, error)
    }
  }
  return done
}

/** A job whose last attempt took the process with it is handed out once more, but only as failed. */
async function claimJob(
  ctx: Context,
  types: readonly JobType[] | undefined,
): Promise<ClaimedJob | undefined> {
  const now = ctx.clock()
  const [job] = await ctx.sql<ClaimedJob[]>`
    update jobs
    set claimed_until = ${new Date(now.getTime() + LEASE_S * 1000)},
      attempts = attempts + 1,
      failed_at = case when attempts >= ${MAX_ATTEMPTS} then ${now}::timestamptz end,
      last_error = case when attempts >= ${MAX_ATTEMPTS} then ${LOST} else last_error end
    where id = (
      select id
      from jobs
      where run_at <= ${now}
        and failed_at is null
        and (claimed_until is null or claimed_until < ${now})
        ${types ? ctx.sql`and type in ${ctx.sql(types)}` : ctx.sql``}
      order by run_at, id
      limit 1
      for update skip locked
    )
    returning id, type, payload, attempts, failed_at`
  return job
}

/** A job that outlived its lease belongs to the attempt that claimed it since: a late end changes nothing. */
async function postponeJob(ctx: Context, job: ClaimedJob, error: unknown): Promise<void> {
  const now = ctx.clock()
  const name = error instanceof Error ? error.name : 'unknown'
  const gaveUp = job.attempts >= MAX_ATTEMPTS
  ctx.log.error('job.failed', { type: job.type, attempts: job.attempts, name, gaveUp })
  // The claim stays set, so that a retry can not clash with a newer job of the same key.
  const retryAt = new Date(now.getTime() + 2 ** job.attempts * 60_000)
  await ctx.sql`
    update jobs
    set claimed_until = ${retryAt},
      run_at = ${retryAt},
      failed_at = ${gaveUp ? now : null},
      last_error = ${name}
    where id = ${job.id}
      and attempts = ${job.attempts}`
}
