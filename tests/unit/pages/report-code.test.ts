import { expect, test } from 'vitest'
import { addReportCode } from '../../../api/pages/report-code.ts'

const files = JSON.stringify({
  ru: ['assets/report-1.js', 'assets/report-2.css', 'assets/words-ru.js'],
  en: ['assets/report-1.js', 'assets/words-en.js'],
}).replaceAll('"', '&quot;')
const shell = `<head><title>Домой</title>\n  <meta name="report-code" content="${files}"></head>`

test('puts the files of a report’s page in the reader’s language in place of their list', async () => {
  expect(await addReportCode(shell, 'ru')).toBe(
    '<head><title>Домой</title><link rel="modulepreload" crossorigin href="/assets/report-1.js" />' +
      '<link rel="stylesheet" crossorigin href="/assets/report-2.css" />' +
      '<link rel="modulepreload" crossorigin href="/assets/words-ru.js" /></head>',
  )
  expect(await addReportCode(shell, 'en')).toContain('/assets/words-en.js')
})

test('leaves a shell alone that names no files', async () => {
  expect(await addReportCode('<head></head>', 'ru')).toBe('<head></head>')
})
