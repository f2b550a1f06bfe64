import type { Context } from '../context.ts'
import type { Db } from '../db/connect.ts'
import { isReunited, type Resolution, sideOf, type Verdict } from '../domain/vocabulary.ts'
import { invalid, notFound } from '../errors.ts'
import { limitRate } from '../http/rate-limit.ts'
import { enqueueJob } from '../jobs/queue.ts'
import { takesMail } from '../mail/mailbox.ts'
import { requireAuthor } from '../reports/author.ts'
import { type ReportRow, toFeature } from '../reports/row.ts'
import { mightBeOne } from './companions.ts'
import { type LoadedGraph, loadAnimalGraph } from './load.ts'
import { composeClosingMail } from './mails.ts'
import {
  type AnimalSubjectRow,
  claimClosing,
  deleteVerdict,
  findAnimalSubject,
  listCompanions,
  listReportsById,
  saveVerdict,
} from './queries.ts'
import type { AnimalView } from './schema.ts'

const JUDGE_LIMIT = { name: 'animal.judge', max: 120, windowS: 600 }
/** "The same place and day" of a group escape. */
const TOGETHER = { radiusM: 300, hours: 12, limit: 20 }
const MOST_COMPANIONS = 10
/** No animal has so many reports; whoever names one in thousands makes nobody read them. */
const MOST_MEMBERS = 300

/**
 * All reports on this one's animal, and who was lost or found with it. Strangers see duplicates of the same side and
 * sightings that name the report; what authors judged across the sides is theirs.
 * @throws ServiceError not-found for a report the caller may not see, or a wrong token
 */
export async function readAnimal(ctx: Context, id: string): Promise<AnimalView> {
  const isAuthor = ctx.actor.token !== undefined
  if (isAuthor) await requireAuthor(ctx, ctx.sql, id)
  const subject = await findAnimalSubject(ctx.sql, id, { publicOnly: !isAuthor })
  if (!subject) throw notFound()
  const graph = await loadAnimalGraph(ctx.sql, id)
  const rows = await listReportsById(ctx.sql, graph.membersOf(id))
  const others = rows.filter((row) => row.id !== id)
  const shown = isAuthor ? others : others.filter((row) => isForStrangers(subject, row))
  const omitted = Math.max(0, shown.length - MOST_MEMBERS)
  return {
    members: shown.slice(omitted).map((row) => {
      const verdict = isAuthor ? ownVerdict(graph, id, row.id) : undefined
      return { report: toFeature(row), relation: relationOf(subject, row), ...(verdict ? { verdict } : {}) }
    }),
    ...(omitted > 0 ? { omitted } : {}),
    companions: await readCompanions(ctx.sql, id, graph),
    ...(isAuthor
      ? {
          contradictions: contradictionsOf(graph, id),
          closureOffers: offersOf(graph, subject, others),
          verdicts: verdictsOf(graph, id),
        }
      : {}),
  }
}

/**
 * Keeps what an author says of a report on their own side. Counterparts are judged in the list of matches.
 * @throws ServiceError not-found for a report that cannot be judged from here, invalid for the report itself
 */
export async function judgeDuplicate(
  ctx: Context,
  id: string,
  otherId: string,
  verdict: Verdict,
): Promise<AnimalView> {
  const pair = await requireSameSide(ctx, id, otherId)
  await limitRate(ctx, JUDGE_LIMIT)
  await saveVerdict(ctx.sql, { ...pair, verdict, at: ctx.clock() })
  return readAnimal(ctx, id)
}

/** Takes a verdict back: whatever was one animal by it alone is two again. */
export async function withdrawVerdict(ctx: Context, id: string, otherId: string): Promise<void> {
  const { by, other } = await requireSameSide(ctx, id, otherId)
  await deleteVerdict(ctx.sql, by, other)
}

/**
 * Reports known not to be on this one's animal by those whom its author or theirs stands for: not to be offered as
 * matches. Also those on the same animal, which need no offering.
 */
export async function readJudgedReports(
  db: Db,
  id: string,
): Promise<{ same: ReadonlySet<string>; different: ReadonlySet<string> }> {
  const graph = await loadAnimalGraph(db, id)
  const same = new Set(graph.membersOf(id))
  same.delete(id)
  return { same, different: new Set(graph.ruledOutFor(id)) }
}

/** Tells the authors of the animal's other open reports that this one was closed. Running it twice tells nobody twice. */
export async function offerClosing(ctx: Context, closedId: string): Promise<void> {
  const closed = await findAnimalSubject(ctx.sql, closedId, { publicOnly: true })
  if (!closed || !closesOthers(closed.resolution)) return
  const graph = await loadAnimalGraph(ctx.sql, closedId)
  for (const member of await listReportsById(ctx.sql, graph.membersOf(closedId))) {
    if (member.id !== closedId && believes(graph, member, closedId)) {
      await tellOfClosing(ctx, member.id, closed)
    }
  }
}

async function tellOfClosing(ctx: Context, reportId: string, closed: AnimalSubjectRow): Promise<void> {
  await ctx.sql.begin(async (tx) => {
    const author = await claimClosing(tx, { reportId, closedId: closed.id, at: ctx.clock() })
    if (!author?.email || !(await takesMail(ctx, tx, 'news', author.email))) return
    const mail = composeClosingMail(author.email, author.language, {
      isHome: closed.resolution !== 'found_deceased',
      url: `${ctx.config.publicUrl}/reports/${closed.id}`,
      petName: author.name,
    })
    await enqueueJob(ctx, tx, { type: 'mail.send', payload: { ...mail, reportId } })
  })
}

async function requireSameSide(ctx: Context, id: string, otherId: string) {
  await requireAuthor(ctx, ctx.sql, id)
  if (id === otherId) throw invalid({ pointer: '/otherId', code: 'same_report' })
  const own = await findAnimalSubject(ctx.sql, id, { publicOnly: false })
  const other = await findAnimalSubject(ctx.sql, otherId, { publicOnly: true })
  if (!own || !other || own.species !== other.species || sideOf(own.kind) !== sideOf(other.kind))
    throw notFound()
  return { by: id, other: otherId }
}

async function readCompanions(db: Db, id: string, graph: LoadedGraph): Promise<AnimalView['companions']> {
  const own = (await listReportsById(db, [id]))[0]
  // Sightings wander and a shelter's address says nothing of where its animals came from.
  if (!own || ['sighting', 'shelter_intake'].includes(own.kind)) return []
  const members = new Set(graph.membersOf(id))
  const apart = new Set(graph.apartFrom(id))
  const near = await listCompanions(db, own, TOGETHER)
  return near
    .filter((row) => !members.has(row.id))
    .slice(0, MOST_COMPANIONS)
    .map((row) => ({
      report: toFeature(row),
      relation: !apart.has(row.id) && mightBeOne(own, row) ? 'possible_duplicate' : 'companion',
    }))
}

function relationOf(subject: AnimalSubjectRow, row: ReportRow): AnimalView['members'][number]['relation'] {
  if (row.kind === 'sighting' && subject.kind !== 'sighting') return 'sighting'
  return sideOf(row.kind) === sideOf(subject.kind) ? 'duplicate' : 'counterpart'
}

/** An author's verdict stands above what they claimed when posting. */
function ownVerdict({ edges }: LoadedGraph, id: string, otherId: string): Verdict | undefined {
  const own = edges.filter((edge) => edge.by === id && edge.other === otherId)
  return (own.find((edge) => !edge.isClaim) ?? own[0])?.verdict
}

function verdictsOf({ edges }: LoadedGraph, id: string): NonNullable<AnimalView['verdicts']> {
  return edges
    .filter((edge) => edge.by === id && !edge.isClaim)
    .map(({ other, verdict }) => ({ reportId: other, verdict }))
}

/** Those that touch this report's animal, each with the reports on the other side of the quarrel. */
function contradictionsOf(graph: LoadedGraph, id: string): NonNullable<AnimalView['contradictions']> {
  const own = new Set(graph.membersOf(id))
  return graph.contradictions
    .filter(({ between }) => between.some((one) => own.has(one)))
    .map(({ between, against }) => ({
      between: [...between],
      against: against.map((apart) => [...apart]),
      askAbout: [...new Set([...between, ...against.flat()])].filter((one) => !own.has(one)),
    }))
}

function offersOf(graph: LoadedGraph, subject: AnimalSubjectRow, others: readonly ReportRow[]) {
  if (subject.status !== 'active') return []
  return others.flatMap(({ id, resolution }) =>
    closesOthers(resolution) && believes(graph, subject, id) ? [{ reportId: id, resolution }] : [],
  )
}

/**
 * Finders hear of every member. An owner hears only of those they said "same" of, else a stranger could name their
 * report, close their own and so tell a family falsely that its dog is home.
 */
function believes(graph: LoadedGraph, told: Pick<ReportRow, 'id' | 'kind'>, closedId: string): boolean {
  return told.kind !== 'lost' || graph.vouchedBy(told.id).includes(closedId)
}

function isForStrangers(subject: AnimalSubjectRow, row: ReportRow): boolean {
  return (
    row.status !== 'withdrawn' &&
    (sideOf(row.kind) === sideOf(subject.kind) || row.about_report_id === subject.id)
  )
}

/** A mistake or a second thought closes one report; a homecoming or a death, all of them. */
function closesOthers(resolution: Resolution | null): resolution is Resolution {
  return resolution === 'found_deceased' || isReunited(resolution)
}
