import 'fake-indexeddb/auto'
import { clear } from 'idb-keyval'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { formatDistance } from '../../web/i18n/dates.ts'
import { loadMessages, t } from '../../web/i18n/index.ts'
import { PostPage } from '../../web/pages/post/PostPage.tsx'
import { goToStep, leaveFor } from '../../web/pages/post/steps.ts'
import { FIELD_STEPS } from '../../web/posting/check.ts'
import { changeDraft, changeValues, draft, listDrafts, saveDraft } from '../../web/posting/draft.ts'
import { emptyForm, type FormValues, toBody } from '../../web/posting/form.ts'
import { announcement } from '../../web/state/announce.ts'
import { setLanguage } from '../../web/state/device.ts'
import { navigate } from '../../web/state/location.ts'
import { json, makeFeature, problem } from './fixtures.ts'
import { byText, click, settle, show, type } from './render.tsx'

const HERE = { longitude: 37.62, latitude: 55.75, accuracy: 20 }
const says = () => document.body.textContent ?? ''

beforeEach(async () => {
  vi.stubGlobal('fetch', async (path: string) => {
    if (path === '/api/reports/lost-1') return json(makeFeature({ id: 'lost-1', name: 'Rex' }))
    if (path === '/api/reports/gone-1') return problem(404)
    if (path === '/api/reports')
      return json({ report: makeFeature({ id: 'new-1' }), manageToken: 'key' }, 201)
    return json({ type: 'FeatureCollection', features: [], items: [], links: {} })
  })
  const getCurrentPosition = (found: PositionCallback) => found({ coords: HERE } as GeolocationPosition)
  vi.stubGlobal('navigator', { ...navigator, onLine: true, geolocation: { getCurrentPosition } })
  setLanguage('en')
  localStorage.clear()
  await clear()
  await loadMessages('traits', 'posting', 'report')
})
afterEach(async () => {
  // Words are kept a moment after they are typed: that moment must not come in the next test.
  await saveDraft()
  vi.unstubAllGlobals()
})

async function open(side: 'lost' | 'found', search: string) {
  navigate(`/post/${side}?${search}`)
  const about = new URLSearchParams(search).get('about') ?? undefined
  await show(<PostPage side={side} about={about} />)
  // A busy machine may take longer to read the draft than `show` waits; it would then replace what a test has typed.
  await vi.waitFor(() => expect(document.getElementById('step-title')).not.toBeNull(), 20_000)
  await settle()
}

describe('the place and the time', () => {
  it('are both said with one touch by whoever stands there', async () => {
    await open('lost', 'step=place')
    const before = Date.now()
    await click(byText(document.body, 'Here, just now'))
    const { location, occurredAt } = draft.value.values
    expect(location).toMatchObject({ lng: 37.62, lat: 55.75 })
    expect(Date.parse(occurredAt!)).toBeGreaterThanOrEqual(before)
    expect(says()).toContain('Place chosen: 55.7500, 37.6200')
  })

  it('are named by the place that is known, near or farther off; degrees stand where nothing is', async () => {
    const tula = { name: 'Tula', detail: 'Tula Oblast', lng: 37.62, radiusM: 5000 }
    let known: unknown[] = []
    const before = fetch
    vi.stubGlobal('fetch', (path: string, init?: RequestInit) =>
      path.startsWith('/api/places?') ? Promise.resolve(json({ items: known })) : before(path, init),
    )
    const chosen = async (items: unknown[], words: string) => {
      known = items
      draft.value = { ...draft.peek(), values: emptyForm('lost') }
      await open('lost', 'step=place')
      await click(byText(document.body, 'Here, but earlier'))
      const says = () => document.querySelector('[data-chosen]')?.textContent
      await vi.waitFor(() => expect(says()).toContain(words), 2_000)
    }
    await chosen([{ ...tula, lat: 55.751 }], 'Tula, Tula Oblast')
    await chosen([{ ...tula, lat: 55.642 }], '12\u00a0km to the north of Tula')
    await chosen([{ ...tula, lat: 50 }], '55.7500, 37.6200')
  })

  it('shows which short answer was taken, until the time is changed', async () => {
    await open('lost', 'step=place')
    const now = byText(document.body, t('when.now'))
    await click(now)
    expect(now.getAttribute('aria-pressed')).toBe('true')
    await type(document.querySelector<HTMLInputElement>('#field-occurredAt')!, '2026-11-20T10:00')
    expect(now.getAttribute('aria-pressed')).toBe('false')
  })

  it('are taken for the place alone when it was earlier', async () => {
    await open('lost', 'step=place')
    await click(byText(document.body, 'Here, but earlier'))
    expect(draft.value.values.location).toMatchObject({ lng: 37.62, lat: 55.75 })
    expect(draft.value.values.occurredAt).toBeUndefined()
  })

  it('are both taken over from the photo with one touch', async () => {
    await open('lost', 'step=photo')
    const offer = { place: { lng: 30, lat: 60, accuracyM: 30 }, takenAt: '2026-11-20T10:00:00.000Z' }
    changeDraft({ offer })
    await settle()
    await click(byText(document.body, 'Use its place and time'))
    expect(draft.value.values).toMatchObject({ location: offer.place, occurredAt: offer.takenAt })
    expect(says()).toContain(t('offer.used'))
  })
})

describe('what strangers will see of the place', () => {
  const ARBAT = { ru: { name: 'Арбат', area: 'Москва' }, en: { name: 'Arbat', area: 'Moscow' } }
  const at = { lng: 37.62, lat: 55.75 }
  let named: Set<string>
  beforeEach(() => {
    named = new Set()
    const before = fetch
    vi.stubGlobal('fetch', (path: string, init?: RequestInit) => {
      if (!path.startsWith('/api/places')) return before(path, init)
      named.add(path)
      const metro = { name: 'Smolenskaya', detail: 'metro station', radiusM: 500, ...at }
      return Promise.resolve(json({ nearestPlace: ARBAT, items: [metro] }))
    })
  })

  async function openWith(step: 'place' | 'review', values: Partial<FormValues>) {
    await open('lost', `step=${step}`)
    changeValues({ species: 'dog', occurredAt: '2026-11-20T10:00:00.000Z', ...values })
    await settle()
  }
  const hears = (words: string) => vi.waitFor(() => expect(says()).toContain(words), 5_000)

  it('is a circle where the place itself is known to a district only, in the form and before publishing', async () => {
    const location = { ...at, accuracyM: 520 }
    await openWith('place', { location })
    await hears('Everybody sees a circle about 1\u00a0km wide, because the place is not known')
    expect(says()).not.toContain(t('privacy.exact.hint'))
    await openWith('review', { location })
    await hears('Somewhere in this area, about 1\u00a0km across')
    expect(says()).not.toContain('exact')
  })

  it('is said so in Russian too', async () => {
    setLanguage('ru')
    await openWith('review', { location: { ...at, accuracyM: 520 } })
    await hears('Где-то внутри круга, около 1\u00a0км в поперечнике')
    await hears('Рядом: Арбат, Москва')
  })

  it('is the point where it is known well, and is named as the page will name it', async () => {
    await openWith('review', { location: { ...at, accuracyM: 20 }, placeName: 'My yard' })
    await hears('The place is exact')
    await hears('Near Arbat, Moscow')
    expect([...named]).toEqual(['/api/places/nearest?near=37.62,55.75&radiusM=0'])
    expect(says()).not.toContain('Smolenskaya')
  })

  it('is named also where it is approximate, and the server is asked for the public point only', async () => {
    await openWith('review', { location: at, locationPrivacy: 'approximate' })
    await hears('Near Arbat, Moscow')
    expect(says()).toContain(t('review.hiddenPoint'))
    const { publicAreaOf } = await import('../../api/domain/geo/public-area.ts')
    const { lng, lat, radiusM } = publicAreaOf(at, 'approximate')
    expect([...named]).toEqual([`/api/places/nearest?near=${lng},${lat}&radiusM=${radiusM}`])
    expect(says()).toContain(t('report.place.area', { distance: formatDistance(2 * radiusM) }))
  })

  it('is named alike in the form', async () => {
    await openWith('place', { location: at })
    await hears('Place chosen: Arbat, Moscow')
    await openWith('place', { location: at, placeName: 'Old Arbat' })
    await hears('Place chosen: Old Arbat')
  })
})

describe('a place that comes from a photo', () => {
  const photo = { place: { lng: 30, lat: 60, accuracyM: 30 } }
  const chosen = () =>
    document.querySelector('[name="locationPrivacy"]:checked')!.closest('label')!.querySelector('strong')!
      .textContent

  async function takeIt() {
    await open('lost', 'step=photo')
    changeDraft({ offer: photo })
    await settle()
    await click(byText(document.body, 'Use its place'))
    navigate('/post/lost?step=place')
    await settle()
  }

  it('is shown roughly unless its owner says otherwise, with the reason and one touch to change it', async () => {
    await takeIt()
    expect(chosen()).toBe('Roughly')
    expect(says()).toContain('Photos are mostly taken at home')
    expect(toBody({ ...draft.value.values, species: 'dog' }, 'en').locationPrivacy).toBe('approximate')
    await click(byText(document.body, /^Exactly/))
    expect(chosen()).toBe('Exactly')
    expect(says()).not.toContain('Photos are mostly taken at home')
    expect(toBody(draft.value.values, 'en').locationPrivacy).toBe('exact')
  })

  it('is known as such after a crash, and no word of it is sent', async () => {
    await takeIt()
    dispatchEvent(new Event('pagehide'))
    await saveDraft()
    await open('lost', 'step=place')
    expect(chosen()).toBe('Roughly')
    expect(toBody(draft.value.values, 'en')).not.toHaveProperty('placeFrom')
  })

  it('gives way to the place where one stands, which is shown as ever', async () => {
    await takeIt()
    await click(byText(document.body, 'Here, but earlier'))
    expect(chosen()).toBe('Exactly')
    expect(says()).not.toContain('Photos are mostly taken at home')
  })

  it('changes nothing of what was chosen before', async () => {
    await open('lost', 'step=photo')
    changeDraft({ offer: photo })
    changeValues({ locationPrivacy: 'exact' })
    await settle()
    await click(byText(document.body, 'Use its place'))
    navigate('/post/lost?step=place')
    await settle()
    expect(chosen()).toBe('Exactly')
  })
})

describe('what the photo remembers', () => {
  it.each([
    ['the place', { place: { lng: 30, lat: 60 } }, 'offer.hint.place'],
    ['the time', { takenAt: '2026-11-20T10:00:00.000Z' }, 'offer.hint.time'],
  ] as const)('is %s alone where it knows no more', async (_, offer, words) => {
    await open('lost', 'step=photo')
    changeDraft({ offer })
    await settle()
    expect(says()).toContain(t(words))
    expect(says()).not.toContain(t('offer.hint.both'))
  })
})

describe('a photo that is taken in', () => {
  const choose = async (file: File) => {
    const input = document.querySelector<HTMLInputElement>('input[type=file]')!
    Object.defineProperty(input, 'files', { value: [file], configurable: true })
    input.dispatchEvent(new Event('change', { bubbles: true }))
    await vi.waitFor(() => expect(announcement.value).not.toBe(t('photo.preparing')), 5_000)
    await settle()
  }

  it('is told ready, and no longer being prepared', async () => {
    await open('lost', 'step=photo')
    await choose(new File(['x'], 'a.heic', { type: 'image/heic' }))
    expect(draft.value.photos).toHaveLength(1)
    expect(announcement.value.trim()).toBe('The photo is ready.')
  })

  it('is told refused once, by the alert', async () => {
    await open('lost', 'step=photo')
    await choose(new File(['x'], 'a.txt', { type: 'text/plain' }))
    expect(document.querySelector('[role=alert]')?.textContent).toContain('a.txt is not a photo')
    expect(announcement.value.trim()).toBe('')
  })
})

describe('the room of a field', () => {
  it('is told when it is full', async () => {
    await open('lost', 'step=pet')
    changeValues({ name: 'x'.repeat(79) })
    await settle()
    expect(says()).not.toContain('There is room for')
    changeValues({ name: 'x'.repeat(80) })
    await settle()
    expect(says()).toContain('There is room for 80 characters')
    expect(announcement.value).toContain('There is room for 80 characters')
  })
})

describe('whoever saw a known animal', () => {
  it('is led by three steps, and back to its report', async () => {
    await open('found', 'about=lost-1&step=place')
    expect(says()).toContain('Step 1 of 3')
    expect(byText(document.body, 'Back').getAttribute('href')).toBe('/reports/lost-1')
    navigate('/post/found?about=lost-1&step=review')
    await settle()
    expect(says()).toContain('Step 3 of 3')
  })

  it('keeps the animal in the address from step to step, and reads at the end whose it is', async () => {
    await open('found', 'about=lost-1')
    await click(byText(document.body, 'Here, just now'))
    await click(byText(document.body, 'Next'))
    expect(location.search).toBe('?about=lost-1&step=contact')
    await click(byText(document.body, 'Next'))
    expect(document.querySelector('.panel')?.textContent).toContain('Rex')
  })

  it('may add words and a photo on the way, and need not', async () => {
    await open('found', 'about=lost-1&step=place')
    const folded = byText(document.body, /^Add words or a photo/, 'summary').closest('details')!
    expect(folded.open).toBe(false)
    expect(folded.querySelector('input[type=file]')).not.toBeNull()
    await type(folded.querySelector('textarea')!, 'Ran to the river')
    expect(toBody({ ...draft.value.values, location: { lng: 1, lat: 1 } }, 'en')).toMatchObject({
      kind: 'sighting',
      aboutReportId: 'lost-1',
      description: 'Ran to the river',
    })
    await saveDraft()
    await open('found', 'about=lost-1&step=place')
    expect(document.querySelector('textarea')!.closest('details')!.open).toBe(true)
  })

  it('has said the place and the time where the find that they were writing says them', async () => {
    await open('found', 'step=place')
    const said = {
      ...{ location: { lng: 37.5, lat: 55.7 }, placeName: 'The park' },
      occurredAt: '2026-11-20T10:00:00.000Z',
    }
    changeValues({ kind: 'sighting', species: 'dog', description: 'Brown', ...said })
    await saveDraft()
    await open('found', 'about=lost-1&step=place')
    expect(draft.value.values).toMatchObject({ ...said, aboutReportId: 'lost-1' })
    expect(draft.value.values.description).toBeUndefined()
    expect(says()).toContain('Place chosen: The park')
  })

  it.each([
    ['is of another species', { species: 'cat' }, 0],
    ['was left hours ago', { species: 'dog' }, 5 * 3_600_000],
  ] as const)('says place and time anew where the find begun here %s', async (_, values, ageMs) => {
    await open('found', 'step=place')
    changeValues({ ...values, location: { lng: 37.5, lat: 55.7 } })
    await saveDraft()
    vi.spyOn(Date, 'now').mockReturnValue(Date.now() + ageMs)
    await open('found', 'about=lost-1&step=place')
    vi.mocked(Date.now).mockRestore()
    expect(draft.value.values.location).toBeUndefined()
  })

  it('is not asked whether it might be another: they have said which it is', async () => {
    await open('found', 'about=lost-1')
    await click(byText(document.body, 'Here, just now'))
    await click(byText(document.body, 'Next'))
    expect(document.querySelector('h1')?.textContent).toBe('Contact')
    expect(says()).not.toContain('Nothing similar nearby yet')
  })

  it('leaves what they are writing of another find as it was, and that find names no report', async () => {
    await open('found', 'step=pet')
    changeDraft({ photos: [{ id: 'p1', blob: new Blob(['x']), shown: false }] })
    changeValues({ kind: 'found', species: 'cat', description: 'Grey, with me' })
    await settle()
    await open('found', 'about=lost-1&step=place')
    expect(draft.value).toMatchObject({ photos: [], values: { species: 'dog', aboutReportId: 'lost-1' } })
    await click(byText(document.body, 'Here, just now'))
    await open('found', 'step=pet')
    expect(draft.value.photos).toHaveLength(1)
    expect(draft.value.values).toMatchObject({ species: 'cat', description: 'Grey, with me' })
    expect(draft.value.values.aboutReportId).toBeUndefined()
  })

  it('starts over from the same animal', async () => {
    await open('found', 'about=lost-1')
    await click(byText(document.body, 'Here, just now'))
    await saveDraft()
    await open('found', 'about=lost-1')
    await click(byText(document.body, 'Start over'))
    await click(byText(document.body, 'Start over'))
    expect(draft.value.values).toMatchObject({ species: 'dog', aboutReportId: 'lost-1' })
    expect(draft.value.values.location).toBeUndefined()
    expect(location.search).toBe('?about=lost-1&step=place')
  })

  it('leaves no draft by looking only', async () => {
    await open('found', 'about=lost-1')
    dispatchEvent(new Event('pagehide'))
    await settle()
    expect(await listDrafts()).toEqual([])
  })

  it('goes the ordinary way where there is no such report', async () => {
    await open('found', 'about=gone-1&step=place')
    expect(location.pathname + location.search).toBe('/post/found')
  })

  it('may still add a photo, on a step of the whole way', async () => {
    await open('found', 'about=lost-1&step=place')
    navigate('/post/found?about=lost-1&step=photo')
    await settle()
    expect(says()).toContain('Step 2 of 6')
  })
})

describe('a fault', () => {
  it('takes focus in the order of the screen, the place before the time', async () => {
    await open('lost', 'step=place')
    await click(byText(document.body, 'Next'))
    expect((document.activeElement as HTMLElement | null)?.dataset['field']).toBe('location')
  })

  it('is not said of a step where nothing was tried yet', async () => {
    await open('lost', 'step=pet')
    await click(byText(document.body, 'Next'))
    expect(says()).toContain(t('wrong.species.missing'))
    changeValues({ species: 'dog' })
    await settle()
    await click(byText(document.body, 'Next'))
    expect(location.search).toBe('?step=place')
    expect(says()).not.toContain(t('wrong.location.missing'))
    expect(says()).not.toContain(t('wrong.occurredAt.missing'))
    expect(document.querySelector('[aria-invalid="true"]')).toBeNull()
  })

  it('is looked for in every step in the order of the screen', async () => {
    const shown: string[] = []
    for (const step of ['kind', 'photo', 'pet', 'place', 'contact']) {
      const side = step === 'kind' ? 'found' : 'lost'
      await open(side, `step=${step}`)
      const fields = document.querySelectorAll<HTMLElement>('[data-field]')
      shown.push(...[...fields].map((field) => field.dataset['field']!))
    }
    expect([...new Set(shown)]).toEqual(Object.keys(FIELD_STEPS))
  })
})

describe('a telephone number in what everybody reads', () => {
  const description = 'Timid. Call 8 912 345-67-89, please'

  it.each(['pet', 'review'])(
    'is warned about at the step "%s" and goes to the contact with one touch',
    async (step) => {
      await open('lost', `step=${step}`)
      changeValues({ description })
      await settle()
      expect(says()).toContain('Everybody will see the number 8 912 345-67-89')
      await click(byText(document.body, t('phone.move')))
      expect(draft.value.values).toMatchObject({
        description: 'Timid. Call, please',
        contact: { phone: '8 912 345-67-89' },
      })
      expect(says()).toContain(t('phone.moved'))
      expect(document.activeElement?.getAttribute('role')).toBe('status')
    },
  )

  it.each(['name', 'collar', 'breed'] as const)(
    'is warned about beside the field "%s" too',
    async (field) => {
      await open('lost', 'step=pet')
      changeValues({ [field]: 'Rex 8 912 345-67-89' })
      await settle()
      const next = document.querySelector(`[data-field="${field}"]`)!.closest('.field')!.nextElementSibling!
      const warning = (next.matches('datalist') ? next.nextElementSibling : next) as HTMLElement
      expect(warning.textContent).toContain('Everybody will see the number 8 912 345-67-89')
      await click(byText(warning, t('phone.move')))
      expect(draft.value.values).toMatchObject({ [field]: 'Rex', contact: { phone: '8 912 345-67-89' } })
      expect(says()).not.toContain('Everybody will see')
    },
  )

  it('is warned about before publishing, one field after the other', async () => {
    await open('lost', 'step=review')
    changeValues({ name: 'Rex 89123456789', collar: 'tag 89123456789' })
    await settle()
    await click(byText(document.body, t('phone.move')))
    expect(draft.value.values).toMatchObject({ name: 'Rex', collar: 'tag 89123456789' })
    await click(byText(document.body, 'Take the number out of the text'))
    expect(draft.value.values).toMatchObject({ collar: 'tag', contact: { phone: '89123456789' } })
    expect(says()).not.toContain('Everybody will see')
  })

  it('does not take the place of the one in the contact', async () => {
    await open('lost', 'step=pet')
    changeValues({ description, contact: { phone: '+7 900 000-00-00' } })
    await settle()
    await click(byText(document.body, 'Take the number out of the text'))
    expect(draft.value.values).toMatchObject({
      description: 'Timid. Call, please',
      contact: { phone: '+7 900 000-00-00' },
    })
  })

  it('refuses nothing: who wants it there goes on', async () => {
    await open('lost', 'step=pet')
    changeValues({ species: 'dog', description })
    await settle()
    await click(byText(document.body, 'Next'))
    expect(location.search).toBe('?step=place')
    expect(draft.value.values.description).toBe(description)
  })
})

describe('what else leads to the author in what everybody reads', () => {
  it('is an e-mail address, which goes to the contact with one touch', async () => {
    await open('lost', 'step=pet')
    changeValues({ description: 'Timid. Write to anna@mail.ru, please' })
    await settle()
    expect(says()).toContain('Everybody will see the address anna@mail.ru')
    await click(byText(document.body, t('email.move')))
    expect(draft.value.values).toMatchObject({
      description: 'Timid. Write to, please',
      contact: { email: 'anna@mail.ru' },
    })
    expect(says()).toContain(t('email.moved'))
  })

  it('does not take the place of the address in the contact', async () => {
    await open('lost', 'step=review')
    changeValues({ description: 'anna@mail.ru', contact: { email: 'me@mail.ru' } })
    await settle()
    await click(byText(document.body, t('email.remove')))
    expect(draft.value.values).toMatchObject({ description: '', contact: { email: 'me@mail.ru' } })
    expect(says()).toContain(t('email.removed'))
  })

  it('is a home, of which they are told and no more, beside a number', async () => {
    await open('lost', 'step=pet')
    changeValues({ description: 'ул. Ленина д.5 кв.12, 89123456789' })
    await settle()
    expect(says()).toContain('Everybody will read “кв.12”')
    await click(byText(document.body, t('phone.move')))
    expect(draft.value.values.description).toBe('ул. Ленина д.5 кв.12,')
    expect(says()).toContain('Everybody will read “кв.12”')
    setLanguage('ru')
    await settle()
    expect(says()).toContain('Слова «кв.12» прочитают все')
  })
})

describe('the last step', () => {
  it('has publishing beside the way back, where the next step was', async () => {
    await open('lost', 'step=review')
    const foot = byText(document.body, 'Publish').parentElement!
    await click(byText(foot, 'Back'))
    expect(location.search).toBe('?step=contact')
  })
  it('leaves no empty form behind: back from the author’s page leads to the start', async () => {
    await open('lost', '')
    for (const step of ['pet', 'place', 'contact', 'review'] as const) goToStep({ side: 'lost' }, step)
    changeValues({
      species: 'dog',
      location: { lng: 37, lat: 55 },
      occurredAt: '2026-01-01T10:00:00.000Z',
    })
    await settle()
    await click(byText(document.body, 'Publish'))
    expect(location.pathname).toBe('/reports/new-1/manage')
    history.back()
    await settle()
    expect(location.pathname).toBe('/')
  })
  it('takes the steps out of the history', async () => {
    navigate('/post/lost')
    for (const step of ['pet', 'place', 'contact', 'review'] as const) goToStep({ side: 'lost' }, step)
    const before = history.length
    await leaveFor('/reports/new-1/manage', { side: 'lost' })
    expect(location.pathname).toBe('/reports/new-1/manage')
    expect(history.length).toBe(before - 3)
  })
})
