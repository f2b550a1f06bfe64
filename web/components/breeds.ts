import { signal } from '@preact/signals'
import { language } from '../state/device.ts'
import type { ReportProperties } from '../wire.ts'

/** The table of breeds comes with the first coded breed that has no name beside it. */
const table = signal<typeof import('../../api/domain/coding/breeds.ts') | undefined>(undefined)
let asked: Promise<void> | undefined

/** For what is composed once, such as a poster; components see the table come. Goes on without it where it cannot come. */
export function loadBreeds(): Promise<void> {
  asked ??= import('../../api/domain/coding/breeds.ts').then(
    (module) => {
      table.value = module
    },
    () => {
      asked = undefined
    },
  )
  return asked
}

const isCode = (breed: string) => /^[a-z0-9]+(_[a-z0-9]+)*$/.test(breed)

/** A breed in words: a code by its name in the language of the moment, free text as it is, nothing as ''. */
export function breedWords(breed: string | undefined): string {
  if (!breed || !isCode(breed)) return breed ?? ''
  if (!table.value) void loadBreeds()
  return table.value?.getBreed(breed) ? table.value.breedName(breed, language.value) : ''
}

/** The breed of a report, or of a form that has no report yet. */
export const breedOf = (pet: Pick<ReportProperties, 'breed' | 'breedName'>) =>
  pet.breedName?.[language.value] ?? breedWords(pet.breed)
