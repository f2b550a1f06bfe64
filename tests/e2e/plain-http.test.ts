import { expect, inject, test } from 'vitest'
import { eventually, useBrowser } from './browser.ts'
import { openWizard } from './wizard.ts'
import { wordsOf } from './words.ts'
import { readReport } from './world.ts'

/** A club's laptop serves phones by its name in the house: no https, and so fewer of the browser's gifts. */
const CLUB = 'http://club.example'
const visit = useBrowser(['--host-resolver-rules=MAP club.example 127.0.0.1', '--use-angle=swiftshader'])

test('an owner posts over plain http, where the browser makes no ids, tells no place and has no clipboard', async () => {
  const say = wordsOf('ru')
  const { port } = new URL(inject('baseUrl'))
  const { page } = await visit({
    language: 'ru',
    context: { baseURL: `${CLUB}:${port}` },
    expected: [/Cross-Origin-Opener-Policy header has been ignored/],
  })
  await page.goto('/post/lost')
  expect(await page.evaluate(() => isSecureContext)).toBe(false)
  const id = await openWizard(page, say).postByPlaceName('Норильск')
  await eventually(async () => {
    const box = await page.getByText(say('manage.posted')).boundingBox()
    return box !== null && box.y >= 60 && box.y + box.height <= 780
  }).toBe(true)
  expect((await readReport(id)).properties.species).toBe('dog')
  await page.getByRole('button', { name: say('manage.link.copy') }).click()
  expect(await page.evaluate(() => getSelection()?.toString() ?? '')).toContain(id)
})
