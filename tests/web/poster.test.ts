import { readFileSync } from 'node:fs'
import opentype from 'opentype.js'
import { describe, expect, test } from 'vitest'
import { breakHeadline, fitSize, type Measure, wrapLines } from '../../api/domain/fit-text.ts'
import { fitPhoto } from '../../web/pages/poster/fit-photo.ts'
import { drawPoster, planPoster } from '../../web/pages/poster/layout.ts'
import { LEGIBLE_AT_3_M } from '../../web/pages/poster/legible.ts'
import { POSTER } from '../../web/pages/poster/sheet.ts'
import type { PosterContent, PosterLayout } from '../../web/pages/poster/types.ts'

/** Every letter six tenths as wide as it is high: near enough to a real font for what is tested here. */
const measure: Measure = (words) => words.length * 0.6

const content: PosterContent = {
  kind: 'lost',
  headline: 'Пропала собака',
  name: '<b>Рыжик</b> & "Ко"',
  facts: 'рыжий и белый, самец, взрослый, красный ошейник с колокольчиком',
  when: 'Пропала 22 ноября в 18:26',
  photo: 'data:image/jpeg;base64,AA',
  url: 'https://homeward.example/reports/0c2248f6-36e9-4a58-857f-06364becc41b',
  scan: 'Наведите камеру',
}

test('wraps to the width and says that words were left out', () => {
  const options = { size: 10, width: 60, weight: 500, measure } as const
  expect(wrapLines('one two three four', { ...options, maxLines: 9 })).toEqual(['one two', 'three four'])
  expect(wrapLines('one two three four five', { ...options, maxLines: 2 })).toEqual([
    'one two',
    'three four …',
  ])
  expect(wrapLines('', { ...options, maxLines: 2 })).toEqual([])
})

test('breaks a headline where that lets its letters grow', () => {
  expect(breakHeadline('ПРОПАЛА СОБАКА', { width: 1900, max: 400, measure })).toEqual(['ПРОПАЛА', 'СОБАКА'])
  expect(breakHeadline('КОТ', { width: 1900, max: 400, measure })).toEqual(['КОТ'])
  expect(fitSize([''], { width: 100, max: 40, weight: 800, measure })).toBe(40)
})

test.each<PosterLayout>(['full', 'tear-off'])('keeps every word of the %s sheet on the paper', (layout) => {
  const svg = drawPoster({ ...content, phone: '+7 916 123-45-67' }, layout, measure)
  const document = new DOMParser().parseFromString(svg, 'image/svg+xml')
  const texts = [...document.querySelectorAll('text')].filter(
    (text) => !text.parentElement?.hasAttribute('transform'),
  )
  expect(texts.length).toBeGreaterThan(5)
  for (const text of texts) {
    const y = Number(text.getAttribute('y'))
    expect(y).toBeGreaterThan(0)
    expect(y).toBeLessThan(POSTER.height)
  }
  expect(planPoster(content, layout, measure).photo.height).toBeGreaterThan(800)
})

test('prints a phone number only when it is given', () => {
  expect(drawPoster(content, 'tear-off', measure)).not.toContain('+7')
  expect(drawPoster({ ...content, phone: '+7 916' }, 'tear-off', measure).match(/\+7 916/g)).toHaveLength(10)
})

const LONG_NAME = 'Принцесса Маргарита-Аннабель Великолепная фон Штернберг-Заречная'

/** Type sizes of the lines that hold these words, strips apart. */
function sizesOf(svg: string, words: readonly string[]): number[] {
  const document = new DOMParser().parseFromString(svg, 'image/svg+xml')
  return [...document.querySelectorAll('text')]
    .filter((text) => words.some((word) => text.textContent?.includes(word)))
    .map((text) => Number(text.getAttribute('font-size')))
}

test.each<PosterLayout>(['full', 'tear-off'])('keeps a long name large on the %s sheet', (layout) => {
  const named = { ...content, name: LONG_NAME }
  const sizes = sizesOf(drawPoster(named, layout, measure), LONG_NAME.split(' '))
  expect(sizes.length).toBeGreaterThan(1)
  for (const size of sizes) expect(size).toBeGreaterThanOrEqual(LEGIBLE_AT_3_M)
  expect(planPoster(named, layout, measure).photo.height).toBeGreaterThan(500)
})

test('cuts no word of the longest name, and lets a short one have one large line', () => {
  expect(planPoster({ ...content, name: LONG_NAME }, 'full', measure).words.name!.lines.join(' ')).toBe(
    LONG_NAME,
  )
  const short = planPoster({ ...content, name: 'Рыжик' }, 'full', measure).words.name
  expect(short).toEqual({ lines: ['Рыжик'], size: 200, across: false })
})

/** The lowest line of the words and the lowest edge of the code, from the bottom of the sheet. */
function roomBelow(svg: string, floor: number): number {
  const document = new DOMParser().parseFromString(svg, 'image/svg+xml')
  const texts = [...document.querySelectorAll('text')].filter((text) => !text.closest('g'))
  return floor - Math.max(...texts.map((text) => Number(text.getAttribute('y'))))
}

test('gives the room that few words leave to the photo', () => {
  const few = { ...content, name: LONG_NAME, facts: 'чёрный, самка' }
  const many = { ...few, facts: `${content.facts}, ${content.facts}` }
  for (const words of [content, few, many, { ...few, phone: '+7 916' }]) {
    expect(roomBelow(drawPoster(words, 'full', measure), POSTER.height)).toBeLessThan(160)
  }
  const heightOf = (words: PosterContent) => planPoster(words, 'full', measure).photo.height
  expect(heightOf(few)).toBeGreaterThan(heightOf(many))
})

test('says where the code leads, for whom has no camera, and on each strip at which site to look', () => {
  const svg = drawPoster(content, 'tear-off', measure)
  expect(svg).toContain('>homeward.example/reports/<')
  expect(svg).toContain('>0c2248f6-36e9-4a58-<')
  expect(svg).toContain('>857f-06364becc41b<')
  expect(svg.match(/>homeward\.example</g)).toHaveLength(9)
  expect(drawPoster({ ...content, phone: '+7 916' }, 'tear-off', measure)).not.toContain('>homeward.example<')
})

test('says under a drawing that it is none of a photo, and takes the room for it from the picture', () => {
  const caption = 'Рисунок по описанию, не фото'
  expect(drawPoster({ ...content, caption }, 'full', measure)).toContain(`>${caption}<`)
  const heights = [content, { ...content, caption }].map(
    (words) => planPoster(words, 'full', measure).photo.height,
  )
  expect(heights[0]! - heights[1]!).toBeGreaterThan(50)
})

test('keeps half a line free between the signs and when it was', () => {
  const svg = drawPoster(content, 'full', measure)
  const document = new DOMParser().parseFromString(svg, 'image/svg+xml')
  const texts = [...document.querySelectorAll('text')]
  const at = texts.findIndex((text) => text.textContent === content.when)
  const [before, when] = [texts[at - 1]!, texts[at]!]
  const top = Number(when.getAttribute('y')) - Number(when.getAttribute('font-size')) * 0.9
  expect(top - Number(before.getAttribute('y'))).toBeGreaterThan(Number(when.getAttribute('font-size')) * 0.5)
})

test('cuts a tenth of a photo at most, and shows all of it where more would go', () => {
  expect(fitPhoto({ width: 1500, height: 1000 }, 1.6)).toMatchObject({ left: 0, width: 1500, height: 937.5 })
  const portrait = fitPhoto({ width: 900, height: 1200 }, 1.5)
  expect(portrait).toEqual({ left: -450, top: 0, width: 1800, height: 1200 })
  const panorama = fitPhoto({ width: 3000, height: 1000 }, 1.5)
  expect(panorama).toMatchObject({ left: 0, width: 3000, height: 2000 })
})

test('lets no word of a report become markup', () => {
  const svg = drawPoster(content, 'full', measure)
  expect(svg).not.toContain('<b>')
  expect(svg).toContain('&lt;b&gt;Рыжик')
})

const FONTS = { 500: '500Medium/GolosText_500Medium', 800: '800ExtraBold/GolosText_800ExtraBold' }
const fonts = Object.fromEntries(
  Object.entries(FONTS).map(([weight, file]) => {
    const bytes = readFileSync(`node_modules/@expo-google-fonts/golos-text/${file}.ttf`)
    return [weight, opentype.parse(new Uint8Array(bytes).buffer)]
  }),
)
const measureLetters: Measure = (words, weight) => fonts[weight]!.getAdvanceWidth(words, 1)

/** Minutes of arc that a height takes up in the eye, three metres away. */
const minutesAtThreeMetres = (mm: number) => (Math.atan(mm / 3_000) * 180 * 60) / Math.PI

describe.each<PosterLayout>(['full', 'tear-off'])('from three metres the %s sheet', (layout) => {
  test.each([
    ['Пропала собака', 'Рыжик', '+7 916 123-45-67'],
    ['Найдена морская свинка', 'Маргарита', '+7 916 123-45-67'],
    ['Seen: a guinea pig', 'Sir Barksalot', '+44 20 7946 0018'],
    ['Lost dog', LONG_NAME, '+7 916 123-45-67'],
  ])('is read by half of normal sight: %s, %s, %s', (headline, name, phone) => {
    const { unitsPerEm, tables } = fonts[800]!
    const capital = tables['os2']!['sCapHeight'] / unitsPerEm
    const svg = drawPoster({ ...content, headline, name, phone }, layout, measureLetters)
    const words = [...headline.toUpperCase().split(' '), ...name.split(' '), phone]
    // On the strips to tear off, which are held in the hand, letters are smaller.
    const sizes = sizesOf(svg.replaceAll(/<g transform="translate[^>]*rotate.*?<\/g>/g, ''), words)
    expect(sizes.length).toBeGreaterThanOrEqual(3)
    for (const size of sizes) {
      expect(minutesAtThreeMetres((size / 10) * capital)).toBeGreaterThanOrEqual(10)
    }
  })
})
