import { describe, expect, it } from 'vitest'
import { foldWords } from '../../../api/places/fold.ts'

const folded = (text: string) => foldWords(text).join(' ')

describe('foldWords', () => {
  it.each([
    ['Щёлково', 'Щелково', 'Shchyolkovo', 'Schelkovo', 'shchelkovo'],
    ['Юго-Западная', 'Yugo-Zapadnaya', 'ugo zapadnaya'],
    ['Нижний Новгород', 'Nizhny Novgorod', 'Nizhniy Novgorod'],
    ['Химки', 'Khimki', 'Himki'],
    ['Ярославль', 'Yaroslavl', "Yaroslavl'", 'Jaroslavl'],
    ['São Paulo', 'Sao Paulo'],
  ])('spells %s and its variants alike', (...variants) => {
    expect(new Set(variants.map(folded)).size).toBe(1)
  })

  it('keeps different names apart', () => {
    expect(new Set(['Тула', 'Тверь', 'Тула-2', 'Тульская', 'Дубна', 'Дубай'].map(folded)).size).toBe(6)
  })

  it('finds no words in signs', () => {
    expect(foldWords(' – ,.!? ')).toEqual([])
  })
})
