import { discColour, drawPet } from '../../../api/domain/drawing/index.ts'
import { lookOf } from '../../../api/domain/drawing/look-of.ts'
import type { Measure } from '../../../api/domain/fit-text.ts'
import { loadBreeds } from '../../components/breeds.ts'
import { coatWords } from '../../components/colours.ts'
import { happenedWords } from '../../components/happened.ts'
import { reportTitle, sexGender } from '../../components/kinds.ts'
import { type FactKey, factWords } from '../../components/PetFacts.tsx'
import { placeName } from '../../components/where.ts'
import { coded, t } from '../../i18n/index.ts'
import type { ReportFeature, ReportProperties } from '../../wire.ts'
import { planPoster } from './layout.ts'
import { phoneWords } from './phone-words.ts'
import { drawingToJpeg, photoToJpeg } from './pictures.ts'
import type { PosterContent, PosterLayout, PosterWords } from './types.ts'

/** Signs that help somebody who walks past; the rest stands on the page that the code opens. */
const TOLD: readonly FactKey[] = ['breed', 'colours', 'sex', 'age', 'size', 'collar', 'marks']

/** The signs in one line, where no heading says which is which: "среднего размера", not "средний". */
export function posterFacts(pet: ReportProperties): string {
  const gender = sexGender(pet.species, pet.sex)
  return TOLD.map((key) => {
    if (key === 'size') return pet.size ? coded('poster.size', pet.size, { gender }) : ''
    return key === 'colours' ? coatWords(pet, gender) : factWords(key, pet)
  })
    .filter(Boolean)
    .join(', ')
}

type Options = {
  layout: PosterLayout
  measure: Measure
  showPhone: boolean
  nowMs: number
}

/** The words and pictures of a report's poster, in the language of the moment. */
export async function composePoster(
  { properties: pet }: ReportFeature,
  options: Options,
): Promise<PosterContent> {
  if (pet.breed) await loadBreeds()
  const { name: _, ...unnamed } = pet
  const headline = reportTitle(unnamed)
  const typed = options.showPhone ? pet.contact?.phone : undefined
  // As typed where the code that groups digits does not come.
  const phone = typed && (await phoneWords(typed).catch(() => typed))
  const [photo] = pet.photos
  const place = placeName(pet)
  const words: PosterWords = {
    kind: pet.kind,
    headline,
    name: pet.name,
    facts: posterFacts(pet),
    when: happenedWords(pet, options.nowMs),
    place: place && t('poster.near', { place }),
    caption: photo ? undefined : t('picture.drawn'),
    url: `${location.origin}/reports/${pet.id}`,
    scan: t('poster.scan'),
    phone,
  }
  const box = planPoster(words, options.layout, options.measure).photo
  const ratio = box.width / box.height
  const look = lookOf(pet)
  const drawing = drawPet(look, { background: 'none' })
  const ground = discColour(look)
  const seen = pet.marks.some(({ visibility }) => visibility !== 'sealed')
  return {
    ...words,
    photo: photo ? await photoToJpeg(photo.urls.full, ratio) : await drawingToJpeg(drawing, ratio, ground),
    drawing: photo && seen ? await drawingToJpeg(drawing, 1, ground) : undefined,
  }
}
