import { beforeEach, expect, it } from 'vitest'
import { loadMessages } from '../../web/i18n/index.ts'
import { FarTwins } from '../../web/pages/manage/FarTwins.tsx'
import { setLanguage } from '../../web/state/device.ts'
import { makeFeature } from './fixtures.ts'
import { byText, click, show } from './render.tsx'

const twin = (id: string, distanceM: number) => ({ report: makeFeature({ id, name: id }), distanceM })

beforeEach(async () => {
  localStorage.clear()
  setLanguage('en')
  await loadMessages('animal')
})

it('warns once of all far copies of a picture, until the author knows them', async () => {
  const twins = [twin('Rex', 300_000), twin('Max', 500_000)]
  const root = await show(<FarTwins id="mine" twins={twins} onKnown={() => {}} />)
  expect(root.querySelectorAll('.note')).toHaveLength(1)
  expect(root.textContent).toContain('If it is an older post of yours, all is well.')
  expect(root.textContent).toContain('300\u00a0km from yours')
  expect(root.textContent).toContain('500\u00a0km from yours')
  await click(byText(root, 'I know about it'))
  expect(root.textContent).toBe('')
  const later = await show(<FarTwins id="mine" twins={[...twins, twin('Bim', 700_000)]} onKnown={() => {}} />)
  expect(later.textContent).toContain('Bim')
  expect(later.textContent).not.toContain('Rex')
})
