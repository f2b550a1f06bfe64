import { discColour, drawPet } from '../../../api/domain/drawing/index.ts'
import type { Measure } from '../../../api/domain/fit-text.ts'
import { loadBreeds } from '../../components/breeds.ts'
import { reportTitle } from '../../components/kinds.ts'
import { type FactKey, factWords } from '../../components/PetFacts.tsx'
import { formatWhen } from '../../i18n/dates.ts'
import { t } from '../../i18n/index.ts'
import type { ReportFeature } from '../../wire.ts'
import { type PosterContent, type PosterLayout, planPoster } from './layout.ts'
import { cropToJpeg, drawingToJpeg } from './pictures.ts'

/** Signs that help somebody who walks past; the rest stands on the page that the code opens. */
const TOLD: readonly FactKey[] = ['breed', 'colours', 'sex', 'age', 'size', 'collar', 'marks']

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
  const phone = options.showPhone ? pet.contact?.phone : undefined
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
    facts: TOLD.map((key) => factWords(key, pet))
      .filter(Boolean)
      .join(', '),
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
