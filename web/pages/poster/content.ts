import { discColour, drawPet } from '../../../api/domain/drawing/index.ts'
import type { Measure } from '../../../api/domain/fit-text.ts'
import { loadBreeds } from '../../components/breeds.ts'
import { coatWords } from '../../components/colours.ts'
import { reportTitle, sexGender } from '../../components/kinds.ts'
import { type FactKey, factWords } from '../../components/PetFacts.tsx'
import { formatWhen } from '../../i18n/dates.ts'
import { coded, t } from '../../i18n/index.ts'
import type { ReportFeature, ReportProperties } from '../../wire.ts'
import { type PosterContent, type PosterLayout, planPoster } from './layout.ts'
import { phoneWords } from './phone-words.ts'
import { cropToJpeg, drawingToJpeg } from './pictures.ts'

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
  place?: string | undefined
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
  const box = planPoster({ headline, name: pet.name, phone }, options.layout, options.measure).photo
  const ratio = box.width / box.height
  const drawing = drawPet(pet, { background: 'none' })
  const ground = discColour(pet)
  const [photo] = pet.photos
  const seen = pet.marks.some(({ visibility }) => visibility !== 'sealed')
  return {
    kind: pet.kind,
    headline,
    name: pet.name,
    facts: posterFacts(pet),
    when: formatWhen(pet.occurredAt, options.nowMs),
    place: options.place ? t('poster.near', { place: options.place }) : undefined,
    photo: photo ? await cropToJpeg(photo.urls.full, ratio) : await drawingToJpeg(drawing, ratio, ground),
    drawing: photo && seen ? await drawingToJpeg(drawing, 1, ground) : undefined,
    url: `${location.origin}/reports/${pet.id}`,
    call: t('poster.call'),
    scan: t('poster.scan'),
    phone,
  }
}
