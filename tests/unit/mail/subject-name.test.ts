import { expect, test } from 'vitest'
import { subjectName } from '../../../api/mail/subject-name.ts'

test('a name in a subject is one short line of whole letters', () => {
  expect(subjectName('Рыжик')).toBe('Рыжик')
  expect(subjectName('Rex\r\nBcc: everybody@example.org')).not.toMatch(/[\r\n]/)
  expect(subjectName(`${'я'.repeat(59)}🐕 и ещё`)).toBe(`${'я'.repeat(59)}🐕`)
  expect(subjectName(null)).toBeNull()
})
