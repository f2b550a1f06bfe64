import type { Colour, Species } from './vocabulary.ts'

export type ColourWord = Colour | 'tan_points' | 'red_cat'

type Coat = { species?: Species | undefined; colours: readonly Colour[] }

/** The colours of coats that tan points stand out from: a Dobermann's, a Yorkshire terrier's. */
const DARK: readonly Colour[] = ['black', 'brown', 'grey_blue', 'lilac']

/** By which word a colour of a coat goes: a red cat is ginger; Russian has one word for sand and one for a dog's tan points. */
export function colourWord(colour: Colour, { species, colours }: Coat): ColourWord {
  if (colour === 'red' && species === 'cat') return 'red_cat'
  const hasPoints = species === 'dog' && colours.some((other) => DARK.includes(other))
  return colour === 'tan' && hasPoints ? 'tan_points' : colour
}
