import { expect, test } from 'vitest'
import { colourWord } from '../../../api/domain/colour-word.ts'
import type { Colour } from '../../../api/domain/vocabulary.ts'

test.each([
  { coat: 'a Yorkshire terrier', species: 'dog', colours: ['grey_blue', 'tan'], word: 'tan_points' },
  { coat: 'an isabella Dobermann', species: 'dog', colours: ['lilac', 'tan'], word: 'tan_points' },
  { coat: 'a sandy dog', species: 'dog', colours: ['tan', 'white'], word: 'tan' },
  { coat: 'a black and sandy cat', species: 'cat', colours: ['black', 'tan'], word: 'tan' },
] as const)('the tan of $coat is called $word', ({ species, colours, word }) => {
  expect(colourWord('tan', { species, colours: colours as readonly Colour[] })).toBe(word)
})

test('a red cat is ginger, a red dog is red', () => {
  expect(colourWord('red', { species: 'cat', colours: ['red'] })).toBe('red_cat')
  expect(colourWord('red', { species: 'dog', colours: ['red'] })).toBe('red')
})
