import type { Context } from '../context.ts'
import type { Job, JobType } from './queue.ts'

export type JobHandlers = {
  [T in JobType]: (ctx: Context, payload: Extract<Job, { type: T }>['payload']) => Promise<void>
}

type ClaimedJob = Job & { id: bigint; attempts: number }

/** Longer than any handler takes; a process that dies leaves its job to the next one after this. */
const LEASE_S = 300
const MAX_ATTEMPTS = 8

/**
 * Runs jobs that are due, one after another, until none is left, `max` are done or `signal` is aborted.
 * A job that throws is tried again after 2, 4, 8 … minutes; after the last attempt it stays, marked as failed.
 * @returns how many were run
 */
export async function runDueJobs(
  ctx: Context,
  handlers: JobHandlers,
  { max = 100, signal }: { max?: number; signal?: AbortSignal } = {},
): Promise<number> {
  let done = 0
  while (done < max && !signal?.aborted) {
    const job = await claimJob(ctx)
    if (!job) break
    done += 1
    try {
      await (handlers[job.type] as (ctx: Context, payload: Job['payload']) => Promise<void>)(ctx, job.payload)
      await ctx.sql`delete from jobs where id = ${job.id}`
    } catch (error) {
      await postponeJob(ctx, job, error)
    }
  }
  return done
}

async function claimJob(ctx: Context): Promise<ClaimedJob | undefined> {
  const now = ctx.clock()
  const [job] = await ctx.sql<ClaimedJob[]>`
    update jobs
    set claimed_until = ${new Date(now.getTime() + LEASE_S * 1000)}, attempts = attempts + 1
    where id = (
      select id
      from jobs
      where run_at <= ${now}
        and failed_at is null
        and (claimed_until is null or claimed_until < ${now})
      order by run_at, id
      limit 1
      for update skip locked
    )
    returning id, type, payload, attempts`
  return job
}

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
    where id = ${job.id}`
}
