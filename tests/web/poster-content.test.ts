import { expect, it, vi } from 'vitest'
import { drawPet } from '../../api/domain/drawing/index.ts'
import { lookOf } from '../../api/domain/drawing/look-of.ts'
import { loadMessages } from '../../web/i18n/index.ts'
import { composePoster } from '../../web/pages/poster/content.ts'
import { setLanguage } from '../../web/state/device.ts'
import { makeFeature } from './fixtures.ts'

vi.mock('../../web/pages/poster/pictures.ts', () => ({
  drawingToJpeg: async (svg: string) => svg,
  photoToJpeg: async (url: string) => url,
}))

const options = {
  layout: 'full',
  measure: (words: string) => words.length * 0.6,
  showPhone: false,
  nowMs: Date.parse('2026-11-25T09:00:00+03:00'),
} as const

const photo = {
  ...{ id: 'p', width: 4, height: 3, thumbHash: '' },
  urls: { thumb: '/t', card: '/c', full: '/f' },
}

it('draws the same animal as the report’s own page, and says that it is a drawing', async () => {
  setLanguage('ru')
  await loadMessages('traits', 'poster')
  const report = makeFeature({ colours: ['black'] })
  const { properties: pet } = report
  const poster = await composePoster(report, options)
  expect(poster.photo).toBe(drawPet(lookOf(pet), { background: 'none' }))
  expect(poster.caption).toBe('Рисунок по описанию, не фото')
  expect((await composePoster(makeFeature({ photos: [photo] }), options)).caption).toBeUndefined()
})

it('says what the date is the date of', async () => {
  setLanguage('ru')
  await loadMessages('traits', 'poster')
  const report = makeFeature({ species: 'dog', occurredAt: '2026-11-25T07:27:00+03:00' })
  expect((await composePoster(report, options)).when).toMatch(/^Пропала 25\u00a0ноября в\u00a0\d\d:27$/)
})

it('names the place as the report’s own page does', async () => {
  const nearestPlace = { ru: { name: 'Арбат', area: 'Москва' }, en: { name: 'Arbat', area: 'Moscow' } }
  const report = makeFeature({ nearestPlace })
  setLanguage('ru')
  await loadMessages('traits', 'poster')
  expect((await composePoster(report, options)).place).toBe('Рядом: Арбат')
  setLanguage('en')
  await loadMessages('traits', 'poster')
  expect((await composePoster(report, options)).place).toBe('Near Arbat')
  expect((await composePoster(makeFeature(), options)).place).toBeUndefined()
})
