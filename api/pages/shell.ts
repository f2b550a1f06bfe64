import type { FirstPage } from './draw.ts'

/**
 * Puts a page into the built web app's index.html: the language, a head of its own in place of the shell's title and
 * description, what was drawn, and the same as data, which the app goes on from.
 */
export function fillShell(shell: string, filling: { page: FirstPage; drawn: string; head: string }): string {
  const { page, drawn, head } = filling
  const data = `<script type="application/json" id="first-page">${scriptSafe(page)}</script>`
  return shell
    .replace(/<html lang="[^"]*"/, () => `<html lang="${page.language}"`)
    .replace(/\s*<meta name="description"[^>]*>/, '')
    .replace(/<title>[^<]*<\/title>/, () => head)
    .replace(/<div id="app"><\/div>/, () => `<div id="app">${drawn}</div>${data}`)
}

/** JSON inside a script element: nothing in it may end the element. */
export function scriptSafe(data: unknown): string {
  return JSON.stringify(data)
    .replaceAll('<', '\\u003c')
    .replaceAll('\u2028', '\\u2028')
    .replaceAll('\u2029', '\\u2029')
}
