import { jpeg, type Step } from '../../e2e/wizard.ts'
import type { Stop, Visit } from '../stop.ts'

/** Straight to a step by its address, with nothing filled in. */
export async function openStep({ page, wizard }: Visit, step: Step, side = 'lost') {
  await page.goto(`/post/${side}?step=${step}`)
  await wizard.at(step)
}

/** As an owner who answers what is asked, up to the step of how to reach them. */
async function fillIn(visit: Visit) {
  const { page, say, wizard, cast } = visit
  await openStep(visit, 'photo')
  await wizard.addPhotos(jpeg(cast.photo))
  await wizard.photo(1).waitFor()
  await wizard.next()
  await wizard.describePet('dog', 'black', 'white')
  await page.getByLabel(say('pet.name')).fill(cast.lost.report.properties.name ?? '')
  await page.getByLabel(say('pet.description')).fill(cast.lost.report.properties.description ?? '')
  await wizard.next()
  await wizard.hereAndNow()
  await wizard.at('contact')
}

/** A device on the ground of the reports that the other stops are about. */
const amongTheOthers = ({ page, cast: { spot } }: Visit) =>
  page.context().setGeolocation({ longitude: spot.lng, latitude: spot.lat, accuracy: 20 })

const wrongOn =
  (step: Step, wrong: 'wrong.species.missing' | 'wrong.location.missing') => async (visit: Visit) => {
    await openStep(visit, step)
    await visit.wizard.next()
    await visit.page.getByText(visit.say(wrong)).first().waitFor()
  }

export const POST_STOPS: Stop[] = [
  {
    name: 'post-found-kind',
    go: async ({ page, say }) => {
      await page.goto('/post/found')
      await page.getByRole('button', { name: say('kindChoice.found') }).waitFor()
    },
  },
  { name: 'post-photo', go: (visit) => openStep(visit, 'photo') },
  {
    name: 'post-photo-some',
    go: async (visit) => {
      const { page, say, wizard, cast } = visit
      await openStep(visit, 'photo')
      await wizard.addPhotos(jpeg(cast.photo), {
        ...{ name: 'letter.pdf', mimeType: 'application/pdf', buffer: Buffer.from('%PDF') },
      })
      await wizard.photo(1).waitFor()
      await page.getByText(say('photo.wrong.notImage', { name: 'letter.pdf' })).waitFor()
    },
  },
  { name: 'post-pet', go: (visit) => openStep(visit, 'pet') },
  { name: 'post-pet-wrong', go: wrongOn('pet', 'wrong.species.missing') },
  {
    name: 'post-pet-filled',
    go: async (visit) => {
      const { page, say, wizard, cast } = visit
      await openStep(visit, 'pet')
      await wizard.describePet('dog', 'black', 'white')
      await page.getByText(say('pet.more'), { exact: true }).click()
      await page.getByLabel(say('pet.description')).fill(cast.lost.report.properties.description ?? '')
      await wizard.press(say('marks.add'))
    },
  },
  { name: 'post-found-pet', go: (visit) => openStep(visit, 'pet', 'found') },
  { name: 'post-place', go: (visit) => openStep(visit, 'place') },
  { name: 'post-place-wrong', go: wrongOn('place', 'wrong.location.missing') },
  {
    name: 'post-place-filled',
    go: async (visit) => {
      const { page, say, wizard } = visit
      await openStep(visit, 'place')
      await wizard.takePosition()
      await wizard.justNow()
      await page.getByRole('button', { name: say('map.pick.pin') }).waitFor()
    },
  },
  {
    name: 'post-place-refused',
    go: async (visit) => {
      const { page, say, wizard } = visit
      await page.context().clearPermissions()
      await openStep(visit, 'place')
      await wizard.press(say('place.hereNow'))
      await page.getByText(say('filter.place.refused')).first().waitFor()
    },
  },
  {
    name: 'post-about',
    go: async ({ page, say, wizard, cast }) => {
      await page.goto(`/post/found?about=${cast.lost.id}`)
      await wizard.at('place')
      await page.getByText(say('post.about')).waitFor()
    },
  },
  {
    name: 'post-found-review',
    go: async (visit) => {
      const { page, say, wizard, cast } = visit
      await page.goto('/post/found')
      await page.getByRole('button', { name: say('kindChoice.found') }).click()
      await wizard.at('photo')
      await wizard.addPhotos(jpeg(cast.photo))
      await wizard.photo(1).waitFor()
      await wizard.next()
      await wizard.describePet('cat', 'black')
      await page
        .getByLabel(say('pet.description'))
        .fill(`${cast.found.report.properties.description} `.repeat(6))
      await wizard.next()
      await wizard.hereAndNow()
      await wizard.leaveNoContact()
      await wizard.at('review')
    },
  },
  {
    name: 'post-contact-wrong',
    go: async (visit) => {
      const { page, say, wizard } = visit
      await openStep(visit, 'contact')
      await page.getByLabel(say('contact.email')).fill('no address')
      await wizard.next()
      await page.getByText(say('wrong.email.invalid')).waitFor()
    },
  },
  {
    name: 'post-maybe-these',
    go: async (visit) => {
      await amongTheOthers(visit)
      await fillIn(visit)
      await visit.page.getByRole('heading', { name: visit.say('maybe.title') }).waitFor()
    },
  },
  {
    name: 'post-review',
    go: async (visit) => {
      const { page, say, wizard } = visit
      await fillIn(visit)
      await page.getByLabel(say('contact.email')).fill('name@example.org')
      await wizard.next()
      await wizard.at('review')
    },
  },
  {
    name: 'post-resumed',
    go: async (visit) => {
      const { page, say } = visit
      await fillIn(visit)
      await page.goto('/about')
      await openStep(visit, 'pet')
      await page.getByText(say('post.resumed')).waitFor()
    },
  },
  {
    name: 'post-published',
    go: async (visit) => {
      const { wizard } = visit
      await fillIn(visit)
      await wizard.leaveNoContact()
      await wizard.publish()
      await wizard.published()
    },
  },
]
