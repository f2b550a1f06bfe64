import { expect, test } from 'vitest'
import { renderReportHead } from '../../../api/pages/report-head.ts'
import type { ReportFeature } from '../../../api/reports/schema.ts'

const report = {
  type: 'Feature',
  id: '0b6f2c1e-1111-4222-8333-444455556666',
  geometry: { type: 'Point', coordinates: [37.62, 55.75] },
  properties: {
    kind: 'lost',
    species: 'cat',
    sex: 'male',
    name: '"><script>alert(1)</script>',
    description: 'Рыжий </script><img src=x>\nс белым',
    updatedAt: '2026-11-20T18:00:00Z',
    photos: [
      {
        id: 'p',
        width: 900,
        height: 600,
        thumbHash: '',
        urls: { thumb: '', card: '', full: '/photos/p/full.webp' },
      },
    ],
  },
} as unknown as ReportFeature

const options = { publicUrl: 'https://homeward.example', language: 'ru', cards: true } as const

test('names the animal, its page and its card for link previews', async () => {
  const head = await renderReportHead(report, options)
  expect(head).toContain('<title>Пропал кот: ')
  expect(head).toContain(`<meta property="og:url" content="https://homeward.example/reports/${report.id}" />`)
  const card = `https://homeward.example/cards/${report.id}.png?lang=ru&amp;v=${Date.UTC(2026, 10, 20, 18)}`
  expect(head).toContain(`<meta property="og:image" content="${card}" />`)
  expect(head).toContain('<meta property="og:image:width" content="1200" />')
  expect(head).toContain('<meta property="og:image:alt" content="Пропал кот: ')
  expect(head).toContain('<meta name="twitter:card" content="summary_large_image" />')
})

test('says where it is, in the reader’s language', async () => {
  const nearestPlace = {
    ru: { name: 'Сокольники', area: 'Москва' },
    en: { name: 'Sokolniki', area: 'Moscow' },
  }
  const properties = { ...report.properties, name: 'Рыжик', nearestPlace }
  const [ru, en] = await Promise.all(
    (['ru', 'en'] as const).map((language) =>
      renderReportHead({ ...report, properties }, { ...options, language }),
    ),
  )
  expect(ru).toContain('<meta property="og:title" content="Пропал кот: Рыжик, Сокольники, Москва" />')
  expect(en).toContain('<meta property="og:title" content="Lost cat: Рыжик, Sokolniki, Moscow" />')
  expect(en).toContain('"name":"Lost cat: Рыжик, Sokolniki, Moscow"')
})

test('shows the photo where no cards are painted, and never a dead animal’s', async () => {
  const plain = await renderReportHead(report, { ...options, cards: false })
  expect(plain).toContain(
    '<meta property="og:image" content="https://homeward.example/photos/p/full.webp" />',
  )
  expect(plain).toContain('<meta property="og:image:height" content="600" />')
  const dead = {
    ...report,
    properties: { ...report.properties, kind: 'found_deceased' },
  } as ReportFeature
  const head = await renderReportHead(dead, { ...options, cards: false })
  expect(head).not.toContain('og:image')
  expect(head).toContain('<meta name="twitter:card" content="summary" />')
})

test('lets no word of a report become markup', async () => {
  const head = await renderReportHead(report, options)
  expect(head).not.toContain('<script>alert')
  expect(head).not.toContain('<img')
  expect(head.match(/<\/script>/g)).toHaveLength(1)
  const [, json] = /<script type="application\/ld\+json">(.*)<\/script>/.exec(head) ?? []
  expect(JSON.parse(json ?? '')).toMatchObject({ name: 'Пропал кот: "><script>alert(1)</script>' })
})

test('cuts no letter of two units in half', async () => {
  const properties = {
    ...report.properties,
    name: `${'Р'.repeat(59)}🐶`,
    description: `${'р'.repeat(199)}🐶`,
  }
  const head = await renderReportHead({ ...report, properties }, options)
  expect(head.isWellFormed()).toBe(true)
})
