import type { Page } from 'playwright-core'
import type { Colour, Species } from '../../api/domain/vocabulary.ts'
import type { Words } from './words.ts'

export type Step = 'kind' | 'photo' | 'pet' | 'place' | 'contact' | 'review'

/** What a person does on the steps of posting, told by what they read there. */
export function openWizard(page: Page, say: Words) {
  const press = (name: string) => page.getByRole('button', { name, exact: true }).click()
  const wizard = {
    press,
    at: (step: Step) => page.getByRole('heading', { level: 1, name: say(`step.${step}`) }).waitFor(),
    next: () => press(say('action.next')),
    async addPhotos(...files: { name: string; mimeType: string; buffer: Buffer }[]) {
      await page.locator('input[type=file]').setInputFiles(files)
    },
    photo: (n: number) => page.getByRole('img', { name: say('photo.alt', { n }) }),
    async describePet(species: Species, ...colours: Colour[]) {
      await page.getByRole('radio', { name: say(`species.${species}`), exact: true }).check()
      for (const colour of colours) {
        await page.getByLabel(say(`colour.${colour}`, { gender: 'm' }), { exact: true }).check()
      }
    },
    /** "I am there now": the device's own position, which the context grants. */
    async takePosition() {
      await press(say('place.here'))
      await page.getByText(say('place.chosen', { place: '' })).waitFor()
    },
    justNow: () => press(say('when.now')),
    /** The whole step of the place, for whom it is not what the journey is about. */
    async hereAndNow() {
      await press(say('place.hereNow'))
      await page.getByText(say('place.chosen', { place: '' })).waitFor()
      await wizard.next()
    },
    /** Posts a black dog, lost just now at a place found by its name: no map, no position, no photo, no contact. */
    async postByPlaceName(place: string): Promise<string> {
      await press(say('photo.none'))
      await wizard.describePet('dog', 'black')
      await wizard.next()
      await wizard.at('place')
      await page.getByRole('combobox', { name: say('place.search') }).fill(place)
      await page.getByRole('option', { name: place }).first().click()
      await wizard.justNow()
      await wizard.next()
      await wizard.leaveNoContact()
      await wizard.publish()
      return wizard.published()
    },
    /** Passes the last step before the review: nobody has to say who they are. */
    async leaveNoContact() {
      await wizard.at('contact')
      await wizard.next()
    },
    async publish() {
      await wizard.at('review')
      await press(say('review.publish'))
    },
    /** After publishing: the author's own page. Gives the report's id from the address. */
    async published(): Promise<string> {
      await page.getByText(say('manage.posted')).waitFor()
      const id = /\/reports\/([\w-]+)\/manage/.exec(page.url())?.[1]
      if (!id) throw new Error(`No report's own page: ${page.url()}`)
      return id
    },
  }
  return wizard
}

export const jpeg = (buffer: Buffer, name = 'IMG_0001.jpg') => ({ name, mimeType: 'image/jpeg', buffer })
