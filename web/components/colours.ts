import { colourWord } from '../../api/domain/colour-word.ts'
import type { Colour, Species } from '../../api/domain/vocabulary.ts'
import { formatList } from '../i18n/dates.ts'
import { coded } from '../i18n/index.ts'
import type { Gender } from './kinds.ts'

type Coat = { species?: Species | undefined; colours: readonly Colour[] }

/** One colour of a coat by itself: "чёрный", as "окрас" has it, or "чёрная" of a "собака". */
export const colourName = (colour: Colour, coat: Coat, gender: Gender = 'm') =>
  coded('colour', colourWord(colour, coat), { gender })

/** The colours of a coat in words: "black and tan"; '' where none is known. */
export const coatWords = (coat: Coat, gender?: Gender) =>
  formatList(coat.colours.map((colour) => colourName(colour, coat, gender)))
