import { act } from 'preact/test-utils'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { loadMessages, t } from '../../web/i18n/index.ts'
import { EditSection } from '../../web/pages/manage/EditSection.tsx'
import { ManagePage } from '../../web/pages/manage/ManagePage.tsx'
import { Searched } from '../../web/pages/manage/Searched.tsx'
import { SearchedForm } from '../../web/pages/manage/SearchedForm.tsx'
import { SameAnimal } from '../../web/pages/report/SameAnimal.tsx'
import { setLanguage } from '../../web/state/device.ts'
import type { Animal, SearchArea } from '../../web/wire.ts'
import { json, makeFeature, makeMatch, problem } from './fixtures.ts'
import { byText, click, settle, show, type } from './render.tsx'

type Call = { method: string; path: string; body: unknown; key?: string | undefined }
const ID = '0195d0f0-0000-7000-8000-000000000001'
const own = makeFeature({ id: ID, kind: 'found', species: 'dog', mine: true })
const twice = makeFeature({ id: 'twice', kind: 'found', name: 'Second post' })
let calls: Call[] = []
let animal: Animal
let pictures: unknown[]
let answer: (call: Call) => Response | undefined

const area: SearchArea = {
  type: 'FeatureCollection',
  features: [],
  advice: [],
  access: 'unknown',
  computedAt: '2026-11-23T10:00:00.000Z',
}

function reply(call: Call): Response {
  if (call.path.includes('/search-area')) return json(area)
  if (call.path.endsWith('/animal')) return json(animal)
  if (call.path.endsWith('/same-pictures')) return json({ items: pictures })
  if (call.path.endsWith('/matches')) return json({ items: [], noneOfThese: 1, calibrated: false })
  if (call.path.endsWith('/messages')) return json({ items: [], links: {} })
  if (call.path.includes('/animal/')) return call.method === 'DELETE' ? json(null, 200) : json(animal)
  if (call.path === '/api/reports/far') return json(makeFeature({ id: 'far', name: 'Faraway' }))
  return json(own)
}

beforeEach(async () => {
  calls = []
  animal = { members: [], companions: [], contradictions: [], closureOffers: [] }
  pictures = []
  answer = () => undefined
  vi.stubGlobal('fetch', async (path: string, init: RequestInit = {}) => {
    const body = typeof init.body === 'string' ? JSON.parse(init.body) : undefined
    const key = new Headers(init.headers).get('authorization') ?? undefined
    const call: Call = { method: init.method ?? 'GET', path, body, ...(key ? { key } : {}) }
    calls.push(call)
    return answer(call) ?? reply(call)
  })
  setLanguage('en')
  localStorage.clear()
  await loadMessages('traits', 'posting', 'report', 'manage', 'animal')
})
afterEach(() => vi.unstubAllGlobals())

async function openPage() {
  history.replaceState(null, '', `/reports/${ID}/manage#key`)
  return show(<ManagePage id={ID} />)
}

const lastChange = () => calls.filter(({ method }) => method !== 'GET').at(-1)

describe('changing a published report', () => {
  it('warns of a telephone number beside the field as the posting form does', async () => {
    const report = makeFeature({ id: ID, name: 'Rex', mine: true })
    const root = await show(<EditSection report={report} token="key" onChange={() => {}} />)
    await act(async () => {
      root.querySelector('details')!.open = true
    })
    await settle()
    for (const field of ['name', 'description', 'collar']) {
      await type(root.querySelector<HTMLInputElement>(`[data-field="${field}"]`)!, 'Rex 89123456789')
      const warning = root.querySelector(`[data-field="${field}"]`)!.closest('.field')!.nextElementSibling!
      expect(warning.textContent, field).toContain('Everybody will see the number 89123456789')
    }
  })
})

describe('who is told', () => {
  it('names the address that letters go to', async () => {
    answer = ({ path }) =>
      path === `/api/reports/${ID}`
        ? json(makeFeature({ ...own.properties, contact: { email: 'anna@example.org' } }))
        : undefined
    const told = (await openPage()).querySelector('#told')
    expect(told?.textContent).toContain('anna@example.org')
    expect(told?.querySelector('[href="#edit"]')).toBeNull()
  })

  it('leads an author without an address to where one is added', async () => {
    const told = (await openPage()).querySelector('#told')
    expect(told?.textContent).toContain(t('told.notYou'))
    expect(told?.querySelector('[href="#edit"]')).not.toBeNull()
  })

  it.each([
    ['anna@example.org', true],
    [undefined, false],
  ])('promises mail on the whole page only to an author with an address (%s)', async (email, promised) => {
    answer = ({ path }) =>
      path === `/api/reports/${ID}`
        ? json(makeFeature({ ...own.properties, contact: email ? { email } : {} }))
        : undefined
    const page = await openPage()
    expect(page.querySelector('#messages')?.textContent?.includes(t('inbox.none'))).toBe(promised)
    expect(page.querySelector('#matches')?.textContent?.includes(t('judge.none'))).toBe(promised)
  })
})

describe('the page of somebody who saw a pet that is searched for', () => {
  const lost = makeFeature({ id: 'lost', name: 'Named' })
  const seen = makeFeature({ id: ID, kind: 'sighting', aboutReportId: 'lost', mine: true })
  const rival = makeFeature({ id: 'rival', name: 'Rival' })
  let state: 'new' | 'unsure'

  beforeEach(() => {
    state = 'new'
    animal.members = [{ report: lost, relation: 'counterpart', verdict: 'same' }]
    answer = ({ path }) => {
      if (path === `/api/reports/${ID}`) return json(seen)
      if (!path.endsWith('/matches')) return undefined
      const items = [
        makeMatch({ report: lost, probability: 0.6, state }),
        makeMatch({ report: rival, probability: 0.3 }),
      ]
      return json({ items, noneOfThese: 0.1, calibrated: true })
    }
  })

  it('asks no more about the pet that they named, until they take it back', async () => {
    const titles = async () =>
      [...(await openPage()).querySelectorAll('#matches article')].map((card) =>
        card.getAttribute('aria-label'),
      )
    expect(await titles()).toEqual(['Rival, dog'])
    expect(document.querySelector('#matches')?.textContent).toContain('A different animal: 70%')
    state = 'unsure'
    expect(await titles()).toEqual(['Named, dog', 'Rival, dog'])
  })

  it('closes with words of one who never held it', async () => {
    const close = (await openPage()).querySelector('#close')
    expect(close?.textContent).toContain('The pet is home!')
    expect(close?.textContent).toContain('A finder returned it')
    expect(close?.textContent).not.toContain(t('resolution.found.returned_by_finder'))
  })
})

describe('the page of a pet that is home', () => {
  it.each([
    ['2026-11-22T17:45:00.000Z', '1 hour'],
    ['2026-11-22T15:00:00.000Z', '3 hours'],
    ['2026-11-21T18:00:00.000Z', '1 day'],
    ['2026-11-12T18:00:00.000Z', '10 days'],
  ])('tells how long the search took since %s', async (occurredAt, words) => {
    const home = { status: 'reunited', updatedAt: '2026-11-22T18:00:00.000Z' } as const
    answer = ({ path }) =>
      path === `/api/reports/${ID}`
        ? json(makeFeature({ ...own.properties, kind: 'lost', occurredAt, ...home }))
        : undefined
    expect((await openPage()).textContent).toContain(`The search took ${words}.`)
  })
})

describe('the animal on its author’s page', () => {
  it('takes no room where there is nothing to say', async () => {
    const root = await openPage()
    expect(root.querySelector('#animal')).toBeNull()
    expect(root.querySelector('#matches')).not.toBeNull()
  })

  it('shows several posts of one animal as one group, and one of them can be taken out and put back', async () => {
    animal.members = [
      { report: twice, relation: 'duplicate' },
      { report: makeFeature({ id: 'third', kind: 'found' }), relation: 'duplicate' },
    ]
    const root = await openPage()
    const section = root.querySelector<HTMLElement>('#animal')!
    expect(section.textContent).toContain(t('animal.lead', { n: 2 }))
    await click(byText(section, t('animal.different')))
    expect(lastChange()).toMatchObject({
      method: 'PUT',
      path: `/api/reports/${ID}/animal/twice`,
      body: { verdict: 'different' },
    })
    expect(section.textContent).toContain(t('animal.did.different').slice(0, -1))
    expect(document.activeElement?.textContent).toBe('Undo')
    await click(byText(section, 'Undo'))
    expect(lastChange()).toMatchObject({ method: 'DELETE', path: `/api/reports/${ID}/animal/twice` })
    expect(section.textContent).toContain('2 more posts')
  })

  it('asks about a possible duplicate, and one touch answers', async () => {
    animal.companions = [
      { report: twice, relation: 'possible_duplicate' },
      { report: makeFeature({ id: 'pal', kind: 'found', name: 'Pal' }), relation: 'companion' },
    ]
    const root = await openPage()
    const question = root.querySelector('article')!
    expect(question.textContent).toContain('Is it the same animal?')
    expect(root.textContent).toContain('Perhaps they ran away together')
    await click(byText(question, 'The same animal'))
    expect(lastChange()).toMatchObject({ method: 'PUT', body: { verdict: 'same' } })
    expect(root.querySelector('article')).toBeNull()
  })

  it('judges a contradicted counterpart as a match, since it is of the other side', async () => {
    const lost = makeFeature({ id: 'lost', kind: 'lost' })
    animal.contradictions = [{ between: [ID, 'lost'], against: [], askAbout: ['lost'] }]
    answer = ({ method, path }) =>
      method === 'GET' && path === '/api/reports/lost'
        ? json(lost)
        : path.endsWith('/matches/lost')
          ? json({ verdict: 'different' })
          : undefined
    const root = await openPage()
    expect(root.textContent).toContain('People disagree')
    await click(byText(root.querySelector('article')!, t('animal.different')))
    expect(lastChange()?.path).toBe(`/api/reports/${ID}/matches/lost`)
  })

  it('offers to close when another post of the animal was closed, and leads there', async () => {
    animal.members = [{ report: twice, relation: 'duplicate' }]
    animal.closureOffers = [{ reportId: 'twice', resolution: 'returned_by_finder' }]
    const root = await openPage()
    expect(root.textContent).toContain('A finder returned it')
    expect(byText(root, 'Yes, close mine').getAttribute('href')).toBe('#close')
    await click(byText(root, t('animal.home.no')))
    expect(lastChange()).toMatchObject({ body: { verdict: 'different' } })
    expect(root.textContent).not.toContain('Yes, close mine')
  })

  it('warns calmly of the same photo far away, until the author knows', async () => {
    pictures = [{ reportId: 'far', photoId: 'a', otherPhotoId: 'b', distanceM: 400_000, far: true }]
    const root = await openPage()
    expect(root.textContent).toContain('400\u00a0km from yours')
    await click(byText(root, 'I know about it'))
    expect(root.textContent).not.toContain('400\u00a0km')
    expect((await openPage()).textContent).not.toContain('400\u00a0km')
  })

  it('keeps the page and says so when the verdict cannot be sent', async () => {
    animal.companions = [{ report: twice, relation: 'possible_duplicate' }]
    answer = ({ method }) => (method === 'PUT' ? problem(503) : undefined)
    const root = await openPage()
    await click(byText(root.querySelector('article')!, 'The same animal'))
    expect(root.querySelector('#animal [role=alert]')).not.toBeNull()
    expect(root.querySelector('article')).not.toBeNull()
  })
})

describe('the author’s page', () => {
  it('takes the right key when its link is opened over a wrong one, and a section of the page for no key', async () => {
    const asked = () => calls.filter(({ path }) => path === `/api/reports/${ID}`).map(({ key }) => key)
    history.replaceState(null, '', `/reports/${ID}/manage#wrong`)
    await show(<ManagePage id={ID} />)
    expect(asked()).toEqual(['Bearer wrong'])
    await act(async () => {
      history.replaceState(null, '', '#plan')
      dispatchEvent(new HashChangeEvent('hashchange'))
    })
    await act(async () => {
      history.replaceState(null, '', '#right')
      dispatchEvent(new HashChangeEvent('hashchange'))
    })
    await settle()
    expect(asked()).toEqual(['Bearer wrong', 'Bearer right'])
    expect(location.hash).toBe('')
  })

  it('tells a finder what to do, in a plan without a search', async () => {
    answer = ({ path }) =>
      path.includes('/search-area') ? json({ ...area, advice: ['keep_it_safe', 'scan_chip'] }) : undefined
    const plan = (await openPage()).querySelector('#plan')!
    expect(plan.textContent).toContain(t('advice.scan_chip'))
    expect(plan.textContent).not.toContain('Where to look')
  })

  it('closes on a second word, told from the finder’s side', async () => {
    const root = await openPage()
    await click(byText(root, t('resolution.found.returned_by_finder')))
    expect(lastChange()).toBeUndefined()
    await click(byText(root, 'Cancel'))
    expect(root.textContent).not.toContain('Close the post?')
    await click(byText(root, t('resolution.found.returned_by_finder')))
    await click(byText(root, 'Yes, close it'))
    expect(lastChange()).toMatchObject({
      path: `/api/reports/${ID}/resolve`,
      body: { resolution: 'returned_by_finder' },
    })
  })
})

describe('the animal on the public page', () => {
  it('names the other posts and lets nobody judge them', async () => {
    animal = {
      members: [
        { report: twice, relation: 'duplicate' },
        { report: makeFeature({ id: 'seen', kind: 'sighting', aboutReportId: ID }), relation: 'sighting' },
      ],
      companions: [],
    }
    const root = await show(<SameAnimal report={own} />)
    expect(root.textContent).toContain(t('animal.lead', { n: 1 }))
    expect(root.querySelector('a')?.getAttribute('href')).toBe('/reports/twice')
    expect(root.querySelector('button')).toBeNull()
  })
})

describe('searched ground', () => {
  const around = { lng: 37.62, lat: 55.75 }
  const place = (coords: object | undefined) =>
    vi.stubGlobal('navigator', {
      ...{ language: 'en', onLine: true, userAgent: navigator.userAgent },
      geolocation: {
        getCurrentPosition: (done: (at: object) => void, refuse: (why: object) => void) =>
          coords ? done({ coords }) : refuse({ code: 1 }),
      },
    })

  it('is marked where one stands, with a radius and a thoroughness', async () => {
    place({ longitude: 37.6, latitude: 55.7, accuracy: 10 })
    answer = ({ method }) => (method === 'POST' ? json({ id: 's1' }, 201) : undefined)
    const saved = vi.fn()
    const root = await show(
      <SearchedForm id={ID} token="key" around={around} onSaved={saved} onCancel={() => undefined} />,
    )
    await click(byText(root, 'At my position'))
    await click(byText(root, '200\u00a0m'))
    await click(byText(root, 'A team, torches or a dog'))
    await click(byText(root, 'Mark as searched'))
    expect(lastChange()).toMatchObject({
      method: 'POST',
      path: `/api/reports/${ID}/searched`,
      body: { location: { lng: 37.6, lat: 55.7 }, radiusM: 200, thoroughness: 'thorough' },
    })
    expect(saved).toHaveBeenCalled()
  })

  it('asks for the place when it is missing or refused, and sends nothing', async () => {
    place(undefined)
    const root = await show(
      <SearchedForm id={ID} token="key" around={around} onSaved={vi.fn()} onCancel={vi.fn()} />,
    )
    await click(byText(root, 'Mark as searched'))
    expect(root.querySelector('[role=alert]')?.textContent).toContain('Say where')
    await click(byText(root, 'At my position'))
    expect(root.querySelector('[role=alert]')?.textContent).toContain('did not share its position')
    expect(lastChange()).toBeUndefined()
  })

  it('is listed by distance and side, and taken back with one touch', async () => {
    answer = ({ method }) => (method === 'DELETE' ? new Response(null, { status: 204 }) : undefined)
    const ring = [
      [37.63, 55.76],
      [37.62, 55.77],
      [37.61, 55.76],
      [37.63, 55.76],
    ]
    const circle = {
      type: 'Feature' as const,
      geometry: { type: 'Polygon' as const, coordinates: [ring] },
      properties: {
        ...{ kind: 'searched' as const, id: 's1', radiusM: 200, thoroughness: 'careful' as const },
        searchedAt: '2026-11-23T10:00:00.000Z',
      },
    }
    const changed = vi.fn()
    const root = await show(
      <Searched report={own} token="key" area={{ ...area, features: [circle] }} onChange={changed} />,
    )
    expect(root.textContent).toContain('200\u00a0m around, 1.5\u00a0km to the north')
    await click(byText(root, new RegExp(`^${t('searched.remove')}`)))
    await settle()
    expect(lastChange()).toMatchObject({ method: 'DELETE', path: `/api/reports/${ID}/searched/s1` })
    expect(changed).toHaveBeenCalled()
  })
})

describe('the inbox on the author’s page', () => {
  it('puts conversations together from all pages', async () => {
    const message = (id: string, text: string, createdAt: string) => ({
      id,
      text,
      createdAt,
      fromAuthor: false,
      threadId: 'one',
    })
    const next = `/api/reports/${ID}/messages?before=late`
    const pages: Record<string, unknown> = {
      [`/api/reports/${ID}/messages`]: {
        items: [message('late', 'And again by the pond', '2026-11-22T10:00:00.000Z')],
        links: { next },
      },
      [next]: { items: [message('early', 'Seen in the yard', '2026-11-21T10:00:00.000Z')], links: {} },
    }
    answer = ({ path }) => (path in pages ? json(pages[path]) : undefined)
    const text = (await openPage()).textContent ?? ''
    expect(text.indexOf('Seen in the yard')).toBeGreaterThan(-1)
    expect(text.indexOf('And again by the pond')).toBeGreaterThan(text.indexOf('Seen in the yard'))
  })
})
