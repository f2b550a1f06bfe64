import { signal } from '@preact/signals'
import { language } from '../state/device.ts'

/** The table of breeds comes when the first coded breed is shown. */
const table = signal<typeof import('../../api/domain/coding/breeds.ts') | undefined>(undefined)
let asked = false

const isCode = (breed: string) => /^[a-z0-9]+(_[a-z0-9]+)*$/.test(breed)

/** A breed in words: a code by its name in the language of the moment, free text as it is, nothing as ''. */
export function breedWords(breed: string | undefined): string {
  if (!breed || !isCode(breed)) return breed ?? ''
  if (!table.value && !asked) {
    asked = true
    import('../../api/domain/coding/breeds.ts').then(
      (module) => {
        table.value = module
      },
      () => {
        asked = false
      },
    )
  }
  return table.value?.getBreed(breed) ? table.value.breedName(breed, language.value) : ''
}
