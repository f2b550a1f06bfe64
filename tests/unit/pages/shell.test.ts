import { expect, test } from 'vitest'
import type { FirstPage } from '../../../api/pages/draw.ts'
import { fillShell } from '../../../api/pages/shell.ts'

const shell =
  '<html lang="ru"><head><title>Домой</title><meta name="description" content="x" /></head>' +
  '<body><div id="app"></div></body></html>'

const page = (changes: object = {}) => ({ url: '/', language: 'en', ...changes }) as unknown as FirstPage

test('puts the language, the head, the drawing and its data where the shell has its own or is empty', () => {
  expect(
    fillShell(shell, { page: page(), drawn: '<p>$& here</p>', head: '<title>$& Lost dog</title>' }),
  ).toBe(
    '<html lang="en"><head><title>$& Lost dog</title></head>' +
      '<body><div id="app"><p>$& here</p></div>' +
      '<script type="application/json" id="first-page">{"url":"/","language":"en"}</script></body></html>',
  )
})

test('lets no word of a report end the data', () => {
  const said = { description: '</script><script>alert(1)</script>\u2028<!--' }
  const filled = fillShell(shell, { page: page({ report: said }), drawn: '', head: '' })
  expect(filled.match(/<\/script>/g)).toHaveLength(1)
  const [, data] = /id="first-page">(.*)<\/script>/.exec(filled) ?? []
  expect(JSON.parse(data ?? '')).toMatchObject({ report: said })
})
