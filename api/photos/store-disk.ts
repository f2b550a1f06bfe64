import { mkdir, open, readdir, readFile, rename, rm, stat } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { isPhotoId, PHOTO_SIZES } from './limits.ts'
import type { PhotoStore } from './ports.ts'

/**
 * `{folder}/{first two letters}/{id}/{size}.webp`. A photo is written aside, flushed and renamed as one
 * folder, so that it is there whole after a power cut, or not at all.
 */
export function createDiskPhotoStore(folder: string): PhotoStore {
  const unfinished = join(folder, 'unfinished')
  const pathOf = (id: string) => {
    if (!isPhotoId(id)) throw new Error('not a photo id')
    return join(folder, id.slice(0, 2), id)
  }
  let writes = 0
  return {
    put: async (id, files) => {
      const target = pathOf(id)
      const temporary = join(unfinished, `${id}.${process.pid}-${writes++}`)
      await mkdir(temporary, { recursive: true })
      try {
        for (const size of PHOTO_SIZES) await writeFlushed(join(temporary, `${size}.webp`), files[size])
        await flushFolder(temporary)
        await mkdir(dirname(target), { recursive: true })
        await rename(temporary, target).catch(ignoreExisting)
        await flushFolder(dirname(target))
        await flushFolder(folder)
      } finally {
        await rm(temporary, { recursive: true, force: true })
      }
    },
    has: async (id) => (await stat(pathOf(id)).catch(ignoreMissing)) !== undefined,
    get: async (id, size) => {
      const bytes = await readFile(join(pathOf(id), `${size}.webp`)).catch(ignoreMissing)
      return bytes && new Uint8Array(bytes)
    },
    delete: async (id) => {
      // Renamed first: a crash halfway must not leave a photo with some of its sizes.
      const temporary = join(unfinished, `${id}.${process.pid}-${writes++}`)
      await mkdir(unfinished, { recursive: true })
      await rename(pathOf(id), temporary).catch(ignoreMissing)
      await rm(temporary, { recursive: true, force: true })
    },
    async *list(after = '') {
      await dropAbandoned(unfinished)
      const prefixes = await namesIn(folder)
      for (const prefix of prefixes.filter((name) => name >= after.slice(0, 2)).toSorted()) {
        const names = await namesIn(join(folder, prefix))
        for (const name of names.filter((id) => isPhotoId(id) && id > after).toSorted()) {
          const info = await stat(join(folder, prefix, name)).catch(ignoreMissing)
          if (info) yield { id: name, storedAt: info.mtime }
        }
      }
    },
  }
}

/** Half-written folders of processes that died; no write takes an hour. */
async function dropAbandoned(unfinished: string): Promise<void> {
  for (const name of await namesIn(unfinished)) {
    const path = join(unfinished, name)
    const info = await stat(path).catch(ignoreMissing)
    if (info && Date.now() - info.mtimeMs > 3_600_000) await rm(path, { recursive: true, force: true })
  }
}

async function writeFlushed(path: string, bytes: Uint8Array): Promise<void> {
  const file = await open(path, 'w')
  try {
    await file.writeFile(bytes)
    await file.sync()
  } finally {
    await file.close()
  }
}

async function flushFolder(path: string): Promise<void> {
  const handle = await open(path, 'r')
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}

async function namesIn(path: string): Promise<string[]> {
  return (await readdir(path).catch(ignoreMissing)) ?? []
}

function ignoreMissing(error: NodeJS.ErrnoException): undefined {
  if (error.code !== 'ENOENT' && error.code !== 'ENOTDIR') throw error
}

/** Another request wrote the same photo a moment earlier: same id, same bytes. */
function ignoreExisting(error: NodeJS.ErrnoException): undefined {
  if (error.code !== 'ENOTEMPTY' && error.code !== 'EEXIST') throw error
}
