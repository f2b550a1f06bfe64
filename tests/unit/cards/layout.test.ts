import sharp from 'sharp'
import { expect, test } from 'vitest'
import { CARD, type CardContent, drawCard, planPhoto } from '../../../api/cards/layout.ts'
import { createSharpCardPainter } from '../../../api/cards/paint-sharp.ts'
import type { Letters } from '../../../api/cards/ports.ts'
import { readEnding, writeCard } from '../../../api/cards/words.ts'
import { KINDS } from '../../../api/domain/vocabulary.ts'
import type { ReportFeature } from '../../../api/reports/schema.ts'

/** Letters six tenths as wide as high; each line is kept as it was set. */
function recordLetters() {
  const lines: { text: string; x: number; y: number; right: number }[] = []
  const letters: Letters = {
    measure: (text) => [...text].length * 0.6,
    clean: (text) => text.replace(/\s+/g, ' ').trim(),
    outline: (text, _, { x, y, size }) => {
      lines.push({ text, x, y, right: x + [...text].length * 0.6 * size })
      return 'M0 0'
    },
  }
  return { letters, lines }
}

function describe(over: Partial<ReportFeature['properties']> = {}): ReportFeature {
  return {
    type: 'Feature',
    id: '0b6f2c1e-1111-4222-8333-444455556666',
    geometry: { type: 'Point', coordinates: [37.62, 55.75] },
    properties: {
      kind: 'lost',
      species: 'dog',
      name: 'Рыжик',
      breed: 'labrador_retriever',
      colours: ['red', 'white'],
      sex: 'male',
      collar: 'красный',
      marks: [],
      occurredAt: '2026-11-19T22:30:00Z',
      status: 'active',
      photos: [],
      ...over,
    } as unknown as ReportFeature['properties'],
  } as ReportFeature
}

function content(over: Partial<ReportFeature['properties']> = {}, language: 'ru' | 'en' = 'ru'): CardContent {
  const report = describe(over)
  return {
    kind: report.properties.kind,
    ending: readEnding(report.properties),
    words: writeCard(report, language),
    look: report.properties,
  }
}

test('says what happened, to whom, its signs and the day of the place, in the language asked for', () => {
  expect(content().words).toEqual({
    headline: 'Пропал пёс',
    name: 'Рыжик',
    facts: ['Лабрадор-ретривер', 'Рыжий и белый, самец', 'Ошейник: красный'],
    when: '20 ноября 2026',
    site: 'Домой',
  })
  expect(content({}, 'en').words).toMatchObject({
    headline: 'Lost dog',
    facts: ['Labrador Retriever', 'Red and white, male', 'Collar: красный'],
    when: '20 November 2026',
  })
})

test('says first that the animal is home, or that the report is closed', () => {
  expect(content({ status: 'reunited' }).words.headline).toBe('Уже дома!')
  expect(content({ status: 'withdrawn', resolution: 'other' }, 'en').words.headline).toBe(
    'This post is closed',
  )
})

test.each([
  'W'.repeat(80),
  'Константин-Александр фон Гогенцоллерн младший, он же Костя, он же Котя и Мурзик',
  'a b '.repeat(20),
])('keeps every line of a long name on the card: %s', (name) => {
  for (const kind of KINDS) {
    for (const photo of [undefined, planPhoto({ width: 1600, height: 900 })]) {
      const { letters, lines } = recordLetters()
      drawCard({ ...content({ kind, name, breed: name, collar: name.repeat(2) }), photo }, letters)
      expect(lines.length).toBeGreaterThan(4)
      for (const line of lines) {
        expect(line.right).toBeLessThanOrEqual(CARD.width)
        expect(line.x).toBeGreaterThan(photo?.width ?? 0)
        expect(line.y).toBeLessThan(CARD.height)
      }
      const heights = lines.map(({ y }) => y)
      expect(heights).toEqual(heights.toSorted((a, b) => a - b))
    }
  }
})

test('lets no word of a report become markup', () => {
  const { letters } = recordLetters()
  const svg = drawCard(
    content({ name: '"><script>x</script>', collar: '<image href="http://a.example"/>' }),
    letters,
  )
  expect(svg).not.toContain('script')
  expect(svg).not.toContain('href')
  expect(svg).not.toContain('<text')
})

test('gives a photo its own shape as far as the words leave room', () => {
  expect(planPhoto({ width: 1600, height: 900 })).toEqual({ width: 660, height: 630 })
  expect(planPhoto({ width: 900, height: 1600 })).toEqual({ width: 500, height: 630 })
  expect(planPhoto({ width: 1000, height: 1000 })).toEqual({ width: 630, height: 630 })
})

test('paints names that no typeface of ours can write, leaving those letters out', async () => {
  const texts: string[] = []
  const painter = createSharpCardPainter()
  const png = await painter.paint({
    key: 'hostile',
    draw: (letters) => {
      texts.push(letters.clean('  Мурка 😻\n مرحبا \u202eЁлка\u0000 '), letters.clean('🐕‍🦺'))
      return drawCard(content({ name: 'Мурка 😻 مرحبا \u202e' }), letters)
    },
  })
  expect(texts).toEqual(['Мурка Ёлка', ''])
  expect(await sharp(png).metadata()).toMatchObject({ format: 'png', width: 1200, height: 630 })
})

test('paints a card once for all who ask for it, and again after a failure', async () => {
  const painter = createSharpCardPainter({ kept: 1 })
  let painted = 0
  const job = (key: string) => ({
    key,
    draw: (letters: Letters) => {
      painted++
      if (painted === 1) throw new Error('the first brush breaks')
      return drawCard(content(), letters)
    },
  })
  await expect(painter.paint(job('a'))).rejects.toThrow('brush')
  await Promise.all([painter.paint(job('a')), painter.paint(job('a'))])
  expect(painted).toBe(2)
  await painter.paint(job('b'))
  await painter.paint(job('a'))
  expect(painted).toBe(4)
})

test('refuses more cards than it can keep waiting', async () => {
  const painter = createSharpCardPainter({ concurrency: 1, maxWaiting: 1 })
  const jobs = ['a', 'b', 'c'].map((key) =>
    painter.paint({ key, draw: (letters) => drawCard(content(), letters) }),
  )
  const [, , third] = await Promise.allSettled(jobs)
  expect(third).toMatchObject({ status: 'rejected', reason: { slug: 'unavailable' } })
})
