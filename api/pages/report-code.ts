import { html } from 'hono/html'
import type { Language } from '../domain/vocabulary.ts'

/** As the build writes it (web/report-code.ts): the files of a report's page by language, in an attribute. */
const META = /\s*<meta name="report-code" content="([^"]*)"[^>]*>/

/** Has the browser fetch the code and the styles of a report's page at once; a shell that names none stays as it is. */
export async function addReportCode(shell: string, language: Language): Promise<string> {
  const [meta, content] = META.exec(shell) ?? []
  if (!meta || !content) return shell
  const files: Record<Language, string[]> = JSON.parse(content.replaceAll('&quot;', '"'))
  const links = await Promise.all(files[language].map((file) => linkTo(`/${file}`)))
  return shell.replace(meta, () => links.join(''))
}

const linkTo = (url: string) =>
  url.endsWith('.css')
    ? html`<link rel="stylesheet" crossorigin href="${url}" />`
    : html`<link rel="modulepreload" crossorigin href="${url}" />`
