import { markKey } from '../domain/coding/body-parts.ts'
import { codeDescription } from '../domain/coding/describe.ts'
import { CODED_FIELDS, type CodedDescription, type CodedField } from '../domain/coding/types.ts'

/** One advert with what a careful reader codes from it; a field left out means the words do not say. */
export type Phrase = {
  text: string
  expected: Partial<Record<CodedField, string | boolean | string[]>>
  heldOut?: boolean
}

export type FieldScore = {
  field: CodedField
  expected: number
  coded: number
  right: number
  precision: number
  recall: number
}
export type Miss = { text: string; field: CodedField; missing: string[]; wrong: string[] }
export type WordsScore = { phrases: number; perfect: number; fields: FieldScore[]; misses: Miss[] }

/**
 * Precision (share of coded values that are right) and recall (share of expected values that are coded) by field,
 * counted over single values: a colour or a mark counts once each. Where there is nothing to divide by, 1.
 */
export function scorePhrases(phrases: readonly Phrase[]): WordsScore {
  const counts = new Map(CODED_FIELDS.map((field) => [field, { expected: 0, coded: 0, right: 0 }]))
  const misses: Miss[] = []
  let perfect = 0
  for (const { text, expected } of phrases) {
    const coded = codeDescription(text)
    let isPerfect = true
    for (const field of CODED_FIELDS) {
      const wanted = new Set(toValues(expected[field]))
      const got = new Set(valuesOf(coded, field))
      const missing = [...wanted].filter((value) => !got.has(value))
      const wrong = [...got].filter((value) => !wanted.has(value))
      const count = counts.get(field)!
      count.expected += wanted.size
      count.coded += got.size
      count.right += wanted.size - missing.length
      if (missing.length + wrong.length === 0) continue
      isPerfect = false
      misses.push({ text, field, missing, wrong })
    }
    if (isPerfect) perfect++
  }
  const fields = [...counts].map(([field, count]) => ({
    field,
    ...count,
    precision: count.coded === 0 ? 1 : count.right / count.coded,
    recall: count.expected === 0 ? 1 : count.right / count.expected,
  }))
  return { phrases: phrases.length, perfect, fields, misses }
}

function toValues(value: string | boolean | string[] | undefined): string[] {
  if (Array.isArray(value)) return value
  return value === undefined || value === false ? [] : [String(value)]
}

function valuesOf(coded: CodedDescription, field: CodedField): string[] {
  if (field === 'breeds') return coded.breeds.map((breed) => breed.code)
  if (field === 'marks') return coded.marks.map(markKey)
  if (field === 'collar') return toValues(coded.collar?.worn)
  return toValues(coded[field])
}
