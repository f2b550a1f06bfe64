import { mkdir, mkdtemp, readdir, rm, utimes, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import type { PhotoFiles } from '../../../api/photos/ports.ts'
import { createDiskPhotoStore } from '../../../api/photos/store-disk.ts'

const ID = 'aB-_'.repeat(8)
const bytes = (...values: number[]) => new Uint8Array(values)
const files: PhotoFiles = { thumb: bytes(1), card: bytes(2, 2), full: bytes(3, 3, 3) }

let folder: string
beforeEach(async () => {
  folder = join(await mkdtemp(join(tmpdir(), 'photos-')), 'photos')
})
afterEach(() => rm(join(folder, '..'), { recursive: true }))

async function idsOf(store: ReturnType<typeof createDiskPhotoStore>, after?: string): Promise<string[]> {
  const ids: string[] = []
  for await (const { id } of store.list(after)) ids.push(id)
  return ids
}

it('gives back what was put, also to another process', async () => {
  await createDiskPhotoStore(folder).put(ID, files)
  const store = createDiskPhotoStore(folder)
  expect(await store.get(ID, 'thumb')).toEqual(bytes(1))
  expect(await store.get(ID, 'full')).toEqual(bytes(3, 3, 3))
  expect(await store.has(ID)).toBe(true)
  expect(await idsOf(store)).toEqual([ID])
})

it('knows nothing before the first photo', async () => {
  const store = createDiskPhotoStore(folder)
  expect(await store.get(ID, 'thumb')).toBeUndefined()
  expect(await store.has(ID)).toBe(false)
  expect(await idsOf(store)).toEqual([])
  await expect(store.delete(ID)).resolves.toBeUndefined()
})

it('takes the same photo many times at once', async () => {
  const store = createDiskPhotoStore(folder)
  await Promise.all(Array.from({ length: 8 }, () => store.put(ID, files)))
  expect(await store.get(ID, 'card')).toEqual(bytes(2, 2))
  expect(await readdir(join(folder, 'unfinished'))).toEqual([])
})

it('deletes every size, and deletes again without complaint', async () => {
  const store = createDiskPhotoStore(folder)
  await store.put(ID, files)
  await store.delete(ID)
  await store.delete(ID)
  expect(await store.has(ID)).toBe(false)
  expect(await store.get(ID, 'full')).toBeUndefined()
})

it('never leaves its folder', async () => {
  const store = createDiskPhotoStore(folder)
  for (const id of ['../../etc/passwd', '', '.'.repeat(32), `${'a'.repeat(30)}/.`]) {
    await expect(store.get(id, 'thumb')).rejects.toThrow('not a photo id')
    await expect(store.put(id, files)).rejects.toThrow('not a photo id')
  }
})

it('does not count what a crash left half written, and clears it when it is old', async () => {
  const store = createDiskPhotoStore(folder)
  const [fresh, old] = ['fresh', 'old'].map((name) => join(folder, 'unfinished', `${ID}.${name}`))
  for (const path of [fresh!, old!]) {
    await mkdir(path, { recursive: true })
    await writeFile(join(path, 'thumb.webp'), 'half')
  }
  await utimes(old!, 0, 0)
  expect(await idsOf(store)).toEqual([])
  expect(await store.has(ID)).toBe(false)
  expect(await readdir(join(folder, 'unfinished'))).toEqual([`${ID}.fresh`])
})

it('lists in the order of ids, from any of them on', async () => {
  const store = createDiskPhotoStore(folder)
  const ids = ['-_', 'A1', 'Aa', 'aA'].flatMap((prefix) => ['x', 'y'].map((end) => prefix.padEnd(32, end)))
  for (const id of ids.toReversed()) await store.put(id, files)
  expect(await idsOf(store)).toEqual(ids)
  for (const [at, id] of ids.entries()) expect(await idsOf(store, id)).toEqual(ids.slice(at + 1))
})
