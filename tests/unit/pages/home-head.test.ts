import { expect, test } from 'vitest'
import { renderHomeHead } from '../../../api/pages/home-head.ts'
import { core as en } from '../../../web/i18n/en/core.ts'
import { core as ru } from '../../../web/i18n/ru/core.ts'

test.each([
  { language: 'ru', words: ru },
  { language: 'en', words: en },
] as const)('names the list in $language as the app then does', async ({ language, words }) => {
  const head = await renderHomeHead('https://homeward.example', language)
  expect(head).toContain(`<title>${words['home.title']} · ${words['app.name']}</title>`)
  expect(head).toContain('<meta property="og:url" content="https://homeward.example/" />')
  expect(head).toContain('content="https://homeward.example/apple-touch-icon.png"')
})
