import type { Engine } from '../engine.ts'
import { boxOperation, firstPageOperation, nearestOperation, newestOperation } from './lists.ts'
import type { Operation } from './operation.ts'
import { pictureOperation, uploadOperation } from './photos.ts'
import { createOperation, matchOperation } from './posting.ts'
import { tileOperation } from './tiles.ts'

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
