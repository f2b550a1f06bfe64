import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import sharp from 'sharp'
import { quadkeyRangeOf, quadkeyShift } from '../../api/domain/geo/quadkey.ts'
import { PAGE_SIZE } from '../../api/domain/page-size.ts'
import { PHOTO_SIDES_PX } from '../../api/domain/photo-sizes.ts'
import { FINDER_KINDS } from '../../api/domain/vocabulary.ts'
import { coverCircle } from '../../api/matching/reach.ts'
import { WEBP_QUALITY } from '../../api/photos/limits.ts'
import { geographyText, type NewReport } from '../../api/reports/queries.ts'
import { publicColumns } from '../../api/reports/row.ts'
import { toStoredFields } from '../../api/reports/store.ts'
import type { Engine } from './engine.ts'
import { createRandom, makeReport, scatter } from './seed.ts'

/** What is timed: the product's whole answer, and under it the bare work that the answer cannot do without. */
export type Operation = { name: string; product: () => Promise<unknown>; floor: () => Promise<unknown> }

const PAGE = 20

export async function listOperations(engine: Engine, photo: Buffer): Promise<Operation[]> {
  return [
    createOperation(engine),
    await matchOperation(engine),
    newestOperation(engine),
    nearestOperation(engine),
    boxOperation(engine),
    firstPageOperation(engine),
    tileOperation(engine, 10),
    tileOperation(engine, 14),
    await uploadOperation(engine, photo),
    await pictureOperation(engine, photo),
  ]
}

async function ask(engine: Engine, path: string, init?: RequestInit): Promise<Response> {
  const response = await engine.app.request(path, init)
  if (response.status >= 300) throw new Error(`${path}: ${response.status} ${await response.text()}`)
  return response
}

const answerOf = async (engine: Engine, path: string) => (await ask(engine, path)).arrayBuffer()

async function postReport(engine: Engine, body: unknown): Promise<{ id: string; token: string }> {
  const response = await ask(engine, '/api/reports', {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify(body),
  })
  const created = (await response.json()) as { report: { id: string }; manageToken: string }
  return { id: created.report.id, token: created.manageToken }
}

/** Floor: the row and its job in one transaction. */
function createOperation(engine: Engine): Operation {
  const { sql, clock } = engine.deps
  const random = createRandom(1)
  const prepared = toStoredFields(engine.system, makeReport(random, clock()))
  return {
    name: 'create a report',
    product: () => postReport(engine, makeReport(random, clock())),
    floor: async () => {
      const id = crypto.randomUUID()
      const row: NewReport = {
        ...(await prepared),
        id,
        manage_token_hash: new Uint8Array(32),
        is_demo: false,
        created_at: clock(),
      }
      await sql.begin(async (tx) => {
        await tx`insert into reports ${tx(row)}`
        await tx`
          insert into jobs (type, payload, dedupe_key, run_at, created_at)
          values ('match.refresh', ${tx.json({ reportId: id })}, ${id}, now(), now())`
      })
    },
  }
}

/** Floor: the rows that place, time and species leave, by the covering index, and the 30 best in full. */
async function matchOperation(engine: Engine): Promise<Operation> {
  const { sql, clock } = engine.deps
  const random = createRandom(2)
  const reports = await Promise.all(
    Array.from({ length: 40 }, async () => {
      const body = { ...makeReport(random, clock()), kind: 'lost', species: 'dog' } as const
      const occurredAt = new Date(clock().getTime() - random() * 20 * 86_400_000)
      return {
        ...(await postReport(engine, { ...body, occurredAt: occurredAt.toISOString() })),
        occurredAt,
        body,
      }
    }),
  )
  const next = cycle(reports)
  const nextFloor = cycle(reports)
  return {
    name: 'match a report',
    product: () => answerOf(engine, `/api/reports/${next().id}/matches`),
    floor: async () => {
      const { body, occurredAt } = nextFloor()
      const cells = coverCircle(body.location, 60_000).map(String)
      const rows = await sql<{ id: string }[]>`
        select id, kind, occurred_at, public_lng, public_lat, public_radius_m, match_codes
        from reports
        where status = 'active'
          and species = 'dog'
          and kind = any(${[...FINDER_KINDS]})
          and match_cell = any(${cells}::bigint[])
          and occurred_at >= ${occurredAt}
        order by occurred_at
        limit 400`
      const best = rows.slice(0, 30).map((row) => row.id)
      await sql`select ${publicColumns(sql)} from reports r where r.id = any(${best}::uuid[])`
    },
  }
}

function newestOperation(engine: Engine): Operation {
  const { sql } = engine.deps
  return {
    name: 'list, newest',
    product: () => answerOf(engine, `/api/reports?limit=${PAGE}`),
    floor: () => sql`
      select ${publicColumns(sql)}
      from reports r
      where r.status = 'active'
      order by r.occurred_at desc, r.id desc
      limit ${PAGE + 1}`,
  }
}

function nearestOperation(engine: Engine): Operation {
  const { sql } = engine.deps
  const [random, randomFloor] = [createRandom(3), createRandom(3)]
  return {
    name: 'list, nearest',
    product: () => {
      const { lng, lat } = scatter(random, 0.1)
      return answerOf(engine, `/api/reports?near=${lng.toFixed(5)},${lat.toFixed(5)}&limit=${PAGE}`)
    },
    floor: () => sql`
      select ${publicColumns(sql)}
      from reports r
      where r.status = 'active'
      order by r.public_location <-> ${geographyText(scatter(randomFloor, 0.1))}::geography
      limit ${PAGE + 1}`,
  }
}

/** Boxes of some 3 × 3 km, as a phone's map shows them. */
function boxOperation(engine: Engine): Operation {
  const { sql } = engine.deps
  const [random, randomFloor] = [createRandom(4), createRandom(4)]
  const box = ({ lng, lat }: { lng: number; lat: number }) => [
    lng - 0.024,
    lat - 0.0135,
    lng + 0.024,
    lat + 0.0135,
  ]
  return {
    name: 'list, in a box',
    product: () => {
      const corners = box(scatter(random, 0.1)).map((degrees) => degrees.toFixed(5))
      return answerOf(engine, `/api/reports?bbox=${corners.join(',')}&limit=${PAGE}`)
    },
    floor: () => {
      const [west = 0, south = 0, east = 0, north = 0] = box(scatter(randomFloor, 0.1))
      return sql`
        select ${publicColumns(sql)}
        from reports r
        where r.status = 'active'
          and r.public_location::geometry && st_makeenvelope(${west}, ${south}, ${east}, ${north}, 4326)
        order by r.occurred_at desc, r.id desc
        limit ${PAGE + 1}`
    },
  }
}

/** The first screen read, drawn and put into its page. Floor: the rows that stand on it. */
function firstPageOperation(engine: Engine): Operation {
  const { sql } = engine.deps
  return {
    name: 'first page, drawn',
    product: () => answerOf(engine, '/'),
    floor: () => sql`
      select ${publicColumns(sql)}
      from reports r
      where r.status = 'active'
      order by r.occurred_at desc, r.id desc
      limit ${PAGE_SIZE + 1}`,
  }
}

/** Floor: the counts by cell below zoom 14, the rows themselves from there on; nothing encoded. */
function tileOperation(engine: Engine, z: number): Operation {
  const { sql } = engine.deps
  const [random, randomFloor] = [createRandom(z), createRandom(z)]
  const tileAt = ({ lng, lat }: { lng: number; lat: number }) => {
    const angle = (lat * Math.PI) / 180
    return {
      z,
      x: Math.floor(((lng + 180) / 360) * 2 ** z),
      y: Math.floor(((1 - Math.asinh(Math.tan(angle)) / Math.PI) / 2) * 2 ** z),
    }
  }
  return {
    name: z < 14 ? `tile, clusters (z${z})` : `tile, reports (z${z})`,
    product: () => {
      const { x, y } = tileAt(scatter(random, 0.05))
      return answerOf(engine, `/tiles/${z}/${x}/${y}.mvt`)
    },
    floor: () => {
      const { from, to } = quadkeyRangeOf(tileAt(scatter(randomFloor, 0.05)))
      if (z >= 14) {
        return sql`
          select id, kind, species, status, name, location_privacy, public_radius_m, occurred_at, public_lng, public_lat
          from reports
          where status = 'active' and public_quadkey >= ${from} and public_quadkey < ${to}`
      }
      return sql`
        select public_quadkey >> ${Number(quadkeyShift(z + 3))}::int as cell, kind, count(*)::int,
          sum(public_lng), sum(public_lat), min(public_lng), min(public_lat), max(public_lng), max(public_lat)
        from reports
        where status = 'active' and public_quadkey >= ${from} and public_quadkey < ${to}
        group by 1, 2`
    },
  }
}

/** Floor: bare sharp from the same bytes to the same three files, nothing stored and nothing measured in them. */
async function uploadOperation(engine: Engine, photo: Buffer): Promise<Operation> {
  const { clock } = engine.deps
  let uploads = 0
  let report = postReport(engine, makeReport(createRandom(5), clock()))
  return {
    name: 'add a photo (12 MP)',
    product: async () => {
      uploads += 1
      if (uploads % 6 === 0) report = postReport(engine, makeReport(createRandom(uploads), clock()))
      await addPhoto(engine, await report, photo, uploads)
    },
    floor: async () => {
      const side = PHOTO_SIDES_PX.full
      const { data, info } = await sharp(photo)
        .autoOrient()
        .resize({ width: side, height: side, fit: 'inside', withoutEnlargement: true })
        .raw()
        .toBuffer({ resolveWithObject: true })
      const raw = { width: info.width, height: info.height, channels: info.channels }
      await Promise.all(
        (['thumb', 'card', 'full'] as const).map((size) =>
          sharp(data, { raw })
            .resize({ width: PHOTO_SIDES_PX[size], height: PHOTO_SIDES_PX[size], fit: 'inside' })
            .webp({ quality: WEBP_QUALITY[size] })
            .toBuffer(),
        ),
      )
    },
  }
}

/** Floor: the file read from disk. */
async function pictureOperation(engine: Engine, photo: Buffer): Promise<Operation> {
  const report = await postReport(engine, makeReport(createRandom(6), engine.deps.clock()))
  const id = await addPhoto(engine, report, photo, 0)
  const file = join(engine.photoFolder, id.slice(0, 2), id, 'card.webp')
  return {
    name: 'serve a photo (card)',
    product: () => answerOf(engine, `/photos/${id}/card.webp`),
    floor: () => readFile(file),
  }
}

/** A tail of its own makes another photo of the same picture: the same bytes again would be recognised. */
async function addPhoto(
  engine: Engine,
  report: { id: string; token: string },
  photo: Buffer,
  number: number,
): Promise<string> {
  const body = new FormData()
  body.set('photo', new File([new Uint8Array(photo), `number ${number}`], 'photo.jpg'))
  const headers = { Authorization: `Bearer ${report.token}` }
  const response = await ask(engine, `/api/reports/${report.id}/photos`, { method: 'POST', headers, body })
  return ((await response.json()) as { photo: { id: string } }).photo.id
}

function cycle<T>(list: readonly T[]): () => T {
  let at = 0
  return () => list[at++ % list.length] as T
}
