import { signal } from '@preact/signals'
import { readStored, writeStored } from '../state/device.ts'
import type { ReportFeature } from '../wire.ts'

/** A report posted from this device, with the key that manages it. */
export type MyReport = Pick<
  ReportFeature['properties'],
  'id' | 'kind' | 'species' | 'sex' | 'name' | 'createdAt' | 'nearestPlace'
> & {
  token: string
}

const KEY = 'mine'

function readMine(): MyReport[] {
  try {
    const list: unknown = JSON.parse(readStored(KEY) ?? '[]')
    return Array.isArray(list)
      ? list.filter((item) => typeof item?.id === 'string' && typeof item.token === 'string')
      : []
  } catch {
    return []
  }
}

export const mine = signal<MyReport[]>(readMine())

/** Keeps the key of a report; false when this device keeps nothing, so that the page can say "save the link". */
export function rememberMine({ properties }: ReportFeature, token: string): boolean {
  const { id, kind, species, sex, name, createdAt, nearestPlace } = properties
  mine.value = [
    { id, kind, species, sex, name, createdAt, nearestPlace, token },
    ...mine.peek().filter((item) => item.id !== id),
  ]
  return writeStored(KEY, JSON.stringify(mine.peek()))
}

/** What this device keeps beside the key, by the pages that write it. */
const NOTES = ['plan', 'twins', 'seen']

export function forgetMine(id: string) {
  mine.value = mine.peek().filter((item) => item.id !== id)
  writeStored(KEY, JSON.stringify(mine.peek()))
  for (const note of NOTES) writeStored(`${note}:${id}`, null)
}

export const tokenOf = (id: string) => mine.value.find((item) => item.id === id)?.token
