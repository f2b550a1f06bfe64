import type { Plugin } from 'vite'

const LANGUAGES = ['ru', 'en']

/**
 * Names in the entry's page the files that a report's page is made of, by language: the server has the browser fetch them
 * with the page of a report (api/pages/report-code.ts), not after the app's own code.
 */
export function nameReportCode(page: string, module: string, words: readonly string[]): Plugin {
  return {
    name: 'name-report-code',
    apply: 'build',
    transformIndexHtml: {
      order: 'post',
      handler(html, { bundle, filename }) {
        if (!filename.endsWith(page)) return html
        const chunks = Object.values(bundle ?? {}).filter((file) => file.type === 'chunk')
        const holding = (path: string) => {
          const chunk = chunks.find(({ moduleIds }) => moduleIds.some((id) => id.endsWith(path)))
          if (!chunk) throw new Error(`No file of the build holds ${path}.`)
          return chunk
        }
        const main = holding(module)
        const imports = main.imports.filter((file) => !html.includes(file))
        const styles = [...(main.viteMetadata?.importedCss ?? [])]
        const filesIn = (language: string) => {
          const wordFiles = words.map((area) => holding(`/i18n/${language}/${area}.ts`).fileName)
          return [...new Set([main.fileName, ...imports, ...styles, ...wordFiles])]
        }
        const files = Object.fromEntries(LANGUAGES.map((language) => [language, filesIn(language)]))
        return [
          { tag: 'meta', attrs: { name: 'report-code', content: JSON.stringify(files) }, injectTo: 'head' },
        ]
      },
    },
  }
}
