import { expect, test } from 'vitest'
import { PHONE, useBrowser } from './browser.ts'
import { wordsOf } from './words.ts'

const visit = useBrowser()

test.each([
  { language: 'ru', width: PHONE.width },
  { language: 'en', width: PHONE.width },
  { language: 'en', width: 320 },
] as const)(
  'the mark of the demo city covers nothing at $width px, in $language, however far one scrolls',
  async ({ language, width }) => {
    const { page } = await visit({ language, size: { ...PHONE, width } })
    await page.route('**/api/config', async (route) => {
      const response = await route.fetch()
      await route.fulfill({ response, json: { ...(await response.json()), demo: true } })
    })
    for (const path of ['/post/lost?step=pet', '/post/found', '/about', '/mine']) {
      await page.goto(path)
      const header = page.getByRole('banner')
      const mark = header.getByRole('link', { name: wordsOf(language)('app.demoShort') })
      await mark.waitFor()
      for (const scrolled of [0, 14, 400]) {
        await page.evaluate((top) => scrollTo(0, top), scrolled)
        const [own, all, name, nav] = await Promise.all(
          [mark, header, header.getByRole('link').first(), header.getByRole('navigation')].map((part) =>
            part.boundingBox(),
          ),
        )
        expect(own!.y + own!.height, path).toBeLessThanOrEqual(all!.y + all!.height)
        expect(own!.y, path).toBeGreaterThanOrEqual(name!.y + name!.height)
        expect(own!.x + own!.width, path).toBeLessThanOrEqual(nav!.x)
      }
    }
  },
)
