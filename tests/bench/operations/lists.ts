import type { Sql } from '../../../api/db/connect.ts'
import { PAGE_SIZE } from '../../../api/domain/page-size.ts'
import { geographyText } from '../../../api/reports/queries.ts'
import { publicColumns } from '../../../api/reports/row.ts'
import type { Engine } from '../engine.ts'
import { createRandom, scatter } from '../seed.ts'
import { answerOf } from './ask.ts'
import type { Operation } from './operation.ts'

const PAGE = 20

/** The bare rows of a page and the one that tells of the next. */
function readNewest(sql: Sql, page: number, conditions = sql``) {
  return sql`
    select ${publicColumns(sql)}
    from reports r
    where r.status = 'active'
      ${conditions}
    order by r.occurred_at desc, r.id desc
    limit ${page + 1}`
}

export function newestOperation(engine: Engine): Operation {
  const { sql } = engine.deps
  return {
    name: 'list, newest',
    product: () => answerOf(engine, `/api/reports?limit=${PAGE}`),
    floor: () => readNewest(sql, PAGE),
  }
}

export function nearestOperation(engine: Engine): Operation {
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
export function boxOperation(engine: Engine): Operation {
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
      const inBox = sql`
        and r.public_location::geometry && st_makeenvelope(${west}, ${south}, ${east}, ${north}, 4326)`
      return readNewest(sql, PAGE, inBox)
    },
  }
}

/** The first screen read, drawn and put into its page. Floor: the rows that stand on it. */
export function firstPageOperation(engine: Engine): Operation {
  const { sql } = engine.deps
  return {
    name: 'first page, drawn',
    product: () => answerOf(engine, '/'),
    floor: () => readNewest(sql, PAGE_SIZE),
  }
}
