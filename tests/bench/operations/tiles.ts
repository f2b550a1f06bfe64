import { quadkeyRangeOf, quadkeyShift } from '../../../api/domain/geo/quadkey.ts'
import type { Engine } from '../engine.ts'
import { createRandom, scatter } from '../seed.ts'
import { answerOf } from './ask.ts'
import type { Operation } from './operation.ts'

/** Floor: the counts by cell below zoom 14, the rows themselves from there on; nothing encoded. */
export function tileOperation(engine: Engine, z: number): Operation {
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
          select id, kind, species, sex, colours, status, name, location_privacy, public_radius_m, occurred_at, public_lng, public_lat
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
