/**
 * What `work` on the device's storage gives; undefined where that is full or blocked. idb-keyval does not reject
 * there but throws at once, so `.catch` on its promise is not enough.
 */
export async function quietly<T>(work: () => Promise<T>): Promise<T | undefined> {
  try {
    return await work()
  } catch {
    return undefined
  }
}
