import type { Colour, Species } from './vocabulary.ts'

export type ColourWord = Colour | 'tan_points' | 'red_cat'

type Coat = { species?: Species | undefined; colours: readonly Colour[] }

/** By which word a colour of a coat goes: a red cat is ginger; Russian has one word for sand and one for a dog's tan points. */
export function colourWord(colour: Colour, { species, colours }: Coat): ColourWord {
  if (colour === 'red' && species === 'cat') return 'red_cat'
  const hasDark = colours.includes('black') || colours.includes('brown')
  return colour === 'tan' && species === 'dog' && hasDark ? 'tan_points' : colour
}
