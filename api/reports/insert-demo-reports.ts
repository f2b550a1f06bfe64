import type { Context } from '../context.ts'
import { createToken } from '../crypto.ts'
import type { Resolution } from '../domain/vocabulary.ts'
import { insertReports, type NewReport, setResolution } from './queries.ts'
import type { ReportBody } from './schema.ts'
import { toStoredFields } from './store.ts'

/** A report with a past: its id, when it was posted and how it ended are given. */
export type PastReport = {
  id: string
  body: ReportBody
  createdAt: Date
  resolved?: { resolution: Resolution; at: Date }
}

/**
 * Adds demonstration reports in one transaction, those they are about first; ids that exist already are left as they
 * are. Nobody holds their manage tokens, and nobody is to be told of their matches, so none are searched for: people
 * find them when they look, and their own reports look for them.
 * @returns how many were new
 */
export async function insertDemoReports(ctx: Context, reports: readonly PastReport[]): Promise<number> {
  const rows = new Map<string, NewReport>()
  for (const { id, body, createdAt, resolved } of reports) {
    rows.set(id, {
      ...(await toStoredFields(ctx, body)),
      id,
      manage_token_hash: await ctx.keyring.hash('manage-token', createToken()),
      is_demo: true,
      created_at: createdAt,
      updated_at: resolved?.at ?? createdAt,
    })
  }
  return ctx.sql.begin(async (tx) => {
    const known = await tx<{ id: string }[]>`
      select id
      from reports
      where id in ${tx([...rows.keys()])}`
    for (const { id } of known) rows.delete(id)
    await insertReports(tx, [...rows.values()])
    for (const { id, resolved } of reports) {
      if (rows.has(id) && resolved) await setResolution(tx, id, resolved)
    }
    return rows.size
  })
}
