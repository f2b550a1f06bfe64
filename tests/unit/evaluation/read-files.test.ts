import { describe, expect, test } from 'vitest'
import {
  collectBadLines,
  InputError,
  readPairs,
  readReportLines,
} from '../../../api/evaluation/read-files.ts'

const lost = '{"externalId":"L1","kind":"lost"}'
const found = '{"externalId":"F1","kind":"found"}'
const kinds = new Map([
  ['L1', 'lost'],
  ['L2', 'lost'],
  ['F1', 'found'],
  ['F2', 'sighting'],
])

const strict = () => collectBadLines(false).onBadLine

describe('a file of reports', () => {
  test('is read line by line, whatever ends a line, and blank lines are none', () => {
    const lines = readReportLines('r', `${lost}\r\n\n${found}\n`, strict())
    expect(lines.map(({ line, externalId, kind }) => [line, externalId, kind])).toEqual([
      [1, 'L1', 'lost'],
      [3, 'F1', 'found'],
    ])
  })

  test('may begin with a byte order mark', () => {
    expect(readReportLines('r', `\uFEFF${lost}\n${found}`, strict())).toHaveLength(2)
  })

  test.each([
    ['not JSON', '{', 'line 2: not JSON'],
    ['not an object', '[]', 'line 2: not an object'],
    ['without an id', '{"kind":"lost"}', 'line 2: no externalId'],
    ['a double', lost, 'line 2: externalId L1 stands in line 1 already'],
  ])('stops at a line that is %s, and names it', (_, text, message) => {
    expect(() => readReportLines('r', `${lost}\n${text}`, strict())).toThrow(message)
    expect(() => readReportLines('r', `${lost}\n${text}`, strict())).toThrow(InputError)
  })

  test('goes on without bad lines when asked, and counts them', () => {
    const bad = collectBadLines(true)
    expect(readReportLines('r', `${lost}\n{\n${lost}\n${found}`, bad.onBadLine)).toHaveLength(2)
    expect(bad.skipped.map(({ line }) => line)).toEqual([2, 3])
  })
})

describe('a file of pairs', () => {
  const read = (text: string, onBadLine = strict()) => readPairs('p', text, kinds, onBadLine)

  test('may give a lost one several true ones, with quotes and a byte order mark', () => {
    expect(read('\uFEFFlost,found\r\nL1,F1\n"L1","F2"\n')).toEqual(new Map([['L1', new Set(['F1', 'F2'])]]))
  })

  test('may quote its header, and ids with commas and quotes in them', () => {
    const odd = new Map([
      ['L,1', 'lost'],
      ['F"1', 'found'],
    ])
    expect(readPairs('p', '"lost","found"\n"L,1" , "F""1"\n', odd, strict())).toEqual(
      new Map([['L,1', new Set(['F"1'])]]),
    )
  })

  test.each([
    ['an unknown id', 'L1,F9', 'line 2: unknown id F9'],
    ['a pair the wrong way round', 'F1,L1', 'line 2: F1 is not a lost report'],
    ['two lost ones', 'L1,L2', 'line 2: L2 is a lost report'],
    ['one id', 'L1', 'line 2: not two ids'],
    ['a double', 'L1,F1\nL1,F1', 'line 3: the pair L1,F1 stands twice'],
  ])('stops at %s, and names the line', (_, text, message) => {
    expect(() => read(`lost,found\n${text}`)).toThrow(message)
  })

  test('must have its header', () => {
    expect(() => read('L1,F1')).toThrow('header must be lost,found')
  })

  test('goes on without bad lines when asked', () => {
    const bad = collectBadLines(true)
    expect(read('lost,found\nL1,F9\nL2,F1', bad.onBadLine)).toEqual(new Map([['L2', new Set(['F1'])]]))
    expect(bad.skipped).toHaveLength(1)
  })
})
