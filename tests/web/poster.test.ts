import { readFileSync } from 'node:fs'
import opentype from 'opentype.js'
import { describe, expect, test } from 'vitest'
import { breakHeadline, fitSize, type Measure, wrapLines } from '../../api/domain/fit-text.ts'
import {
  drawPoster,
  POSTER,
  type PosterContent,
  type PosterLayout,
  planPoster,
} from '../../web/pages/poster/layout.ts'
import { LEGIBLE_AT_3_M } from '../../web/pages/poster/legible.ts'

/** Every letter six tenths as wide as it is high: near enough to a real font for what is tested here. */
const measure: Measure = (words) => words.length * 0.6

const content: PosterContent = {
  kind: 'lost',
  headline: 'Пропала собака',
  name: '<b>Рыжик</b> & "Ко"',
  facts: 'рыжий и белый, самец, взрослый, красный ошейник с колокольчиком',
  when: '22 ноября в 18:26',
  photo: 'data:image/jpeg;base64,AA',
  url: 'https://homeward.example/reports/0c2248f6-36e9-4a58-857f-06364becc41b',
  call: 'Напишите нам',
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
  expect(planPoster({ ...content, name: LONG_NAME }, 'full', measure).name!.lines.join(' ')).toBe(LONG_NAME)
  const short = planPoster({ ...content, name: 'Рыжик' }, 'full', measure).name
  expect(short).toEqual({ lines: ['Рыжик'], size: 200, across: false })
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
