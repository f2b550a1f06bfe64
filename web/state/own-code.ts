const MARK = 'homeward.gone'

/**
 * Whether the server has a file of the version that runs here no more. False where it cannot be asked: without a
 * connection a part that did not load may come yet.
 */
export async function isCodeGone(file: string): Promise<boolean> {
  // No worker answers a HEAD from what it keeps.
  const answer = await fetch(file, { method: 'HEAD', cache: 'no-store' }).catch(() => undefined)
  if (!answer || answer.status >= 500) return false
  // Static hosts give a page, and 200, for whatever they do not have.
  return !answer.ok || !answer.headers.get('Content-Type')?.includes('javascript')
}

/**
 * True once for each version, by its file, in each tab: while servers are being exchanged one may give the old page and the
 * next one lack its files, and a page must not load itself anew for as long as that lasts.
 */
export function mayLeaveCode(file: string): boolean {
  try {
    if (sessionStorage.getItem(MARK) === file) return false
    sessionStorage.setItem(MARK, file)
    return true
  } catch {
    return false
  }
}
