import type { FirstPage } from './draw.ts'

/**
 * Puts a page into the built web app's index.html: the language, a head of its own if it has one in place of the
 * shell's title and description, what was drawn, and the same as data, which the app goes on from.
 */
export function fillShell(shell: string, filling: { page: FirstPage; drawn: string; head?: string }): string {
  const { page, drawn, head } = filling
  const filled = shell
    .replace(/<html lang="[^"]*"/, () => `<html lang="${page.language}"`)
    .replace(
      /<div id="app"><\/div>/,
      () =>
        `<div id="app">${drawn}</div><script type="application/json" id="first-page">${scriptSafe(page)}</script>`,
    )
  if (head === undefined) return filled
  return filled.replace(/\s*<meta name="description"[^>]*>/, '').replace(/<title>[^<]*<\/title>/, () => head)
}

/** JSON inside a script element: nothing in it may end the element. */
export function scriptSafe(data: unknown): string {
  return JSON.stringify(data)
    .replaceAll('<', '\\u003c')
    .replaceAll('\u2028', '\\u2028')
    .replaceAll('\u2029', '\\u2029')
}
