import type { Kind } from '../domain/vocabulary.ts'
import type { Cluster } from './encode.ts'

/**
 * Reports of one kind in one cell, as SQL counts them. A roll-up table that keeps such rows per zoom can take the
 * place of the query without a change here.
 */
export type CellCount = {
  cell: bigint
  kind: Kind
  count: number
  lngSum: number
  latSum: number
  west: number
  south: number
  east: number
  north: number
}

type Sums = CellCount & { countsByKind: Partial<Record<Kind, number>> }

function addUp(sums: Sums | undefined, row: CellCount): Sums {
  return {
    cell: row.cell,
    kind: row.kind,
    count: (sums?.count ?? 0) + row.count,
    lngSum: (sums?.lngSum ?? 0) + row.lngSum,
    latSum: (sums?.latSum ?? 0) + row.latSum,
    west: Math.min(sums?.west ?? row.west, row.west),
    south: Math.min(sums?.south ?? row.south, row.south),
    east: Math.max(sums?.east ?? row.east, row.east),
    north: Math.max(sums?.north ?? row.north, row.north),
    countsByKind: { ...sums?.countsByKind, [row.kind]: row.count },
  }
}

/** One cluster a cell, at the mean of its members; the order of the rows does not matter. */
export function clusterCells(rows: readonly CellCount[]): Cluster[] {
  const byCell = new Map<bigint, Sums>()
  for (const row of rows) byCell.set(row.cell, addUp(byCell.get(row.cell), row))
  return [...byCell.values()].map(({ cell: _, kind: __, lngSum, latSum, ...sums }) => ({
    ...sums,
    lng: lngSum / sums.count,
    lat: latSum / sums.count,
  }))
}

/** Cells that hold one report in all: no cluster, the report itself is worth showing. */
export function loneCells(rows: readonly CellCount[]): Set<bigint> {
  const counts = new Map<bigint, number>()
  for (const { cell, count } of rows) counts.set(cell, (counts.get(cell) ?? 0) + count)
  return new Set([...counts].filter(([, count]) => count === 1).map(([cell]) => cell))
}
