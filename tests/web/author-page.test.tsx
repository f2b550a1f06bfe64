import { act } from 'preact/test-utils'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { loadMessages, t } from '../../web/i18n/index.ts'
import { EditSection } from '../../web/pages/manage/EditSection.tsx'
import { ManagePage } from '../../web/pages/manage/ManagePage.tsx'
import { Searched } from '../../web/pages/manage/Searched.tsx'
import { SearchedForm } from '../../web/pages/manage/SearchedForm.tsx'
import { SendProgress } from '../../web/pages/post/SendProgress.tsx'
import { SameAnimal } from '../../web/pages/report/SameAnimal.tsx'
import { forgetMine, rememberMine } from '../../web/posting/mine.ts'
import { nowMs } from '../../web/state/clock.ts'
import { setLanguage } from '../../web/state/device.ts'
import type { Animal, Match, ReportFeature, ReportProperties, SearchArea } from '../../web/wire.ts'
import { json, makeFeature, makeMatch, problem } from './fixtures.ts'
import { byText, click, settle, show, type } from './render.tsx'

type Call = { method: string; path: string; body: unknown; key?: string | undefined }
const ID = '0195d0f0-0000-7000-8000-000000000001'
const own = makeFeature({ id: ID, kind: 'found', species: 'dog', mine: true })
const twice = makeFeature({ id: 'twice', kind: 'found', name: 'Second post' })
let calls: Call[] = []
let animal: Animal
let pictures: unknown[]
let sightings: ReportFeature[]
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
  if (call.path.endsWith('/walkers')) return json({ items: [] })
  if (call.path.includes('aboutReportId=')) return json({ features: sightings, links: {} })
  return json(own)
}

beforeEach(async () => {
  calls = []
  animal = { members: [], companions: [], contradictions: [], closureOffers: [] }
  pictures = []
  sightings = []
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
  const message = { id: 'm1', text: 'Seen by the pond', createdAt: '2026-11-22T17:00:00.000Z' }
  const home = { status: 'reunited', updatedAt: '2026-11-22T18:00:00.000Z' } as const
  const lost = { ...own.properties, kind: 'lost', name: 'Rex' } as const
  const openHome = (changes: Partial<ReportProperties> = {}) => {
    answer = ({ method, path }) => {
      if (path.endsWith('/replies')) return new Response(null, { status: 202 })
      if (method === 'GET' && path.endsWith('/messages'))
        return json({ items: [{ ...message, fromAuthor: false, threadId: 'one' }], links: {} })
      return path === `/api/reports/${ID}` ? json(makeFeature({ ...lost, ...home, ...changes })) : undefined
    }
    return openPage()
  }

  it.each([
    ['2026-11-22T17:57:00.000Z', 'less than an hour'],
    ['2026-11-22T16:01:00.000Z', '1 hour'],
    ['2026-11-22T15:00:00.000Z', '3 hours'],
    ['2026-11-21T18:00:00.000Z', '1 day'],
    ['2026-11-12T18:00:00.000Z', '10 days'],
  ])('tells how long the search took since %s', async (occurredAt, words) => {
    expect((await openHome({ occurredAt })).textContent).toContain(`The search took ${words}.`)
  })

  it('is no page of a lost pet in the tab any more', async () => {
    await openHome()
    expect(document.title).toBe('Rex is home! · Rex, dog · Homeward')
  })

  it('keeps the conversations, folded, to read and to thank in', async () => {
    const folded = (await openHome()).querySelector('details')!
    expect(folded.open).toBe(false)
    expect(folded.textContent).toContain('Seen by the pond')
    await type(folded.querySelector('textarea')!, 'Thank you!')
    await click(byText(folded, 'Reply'))
    expect(lastChange()).toMatchObject({
      path: `/api/reports/${ID}/replies`,
      body: { threadId: 'one', text: 'Thank you!' },
    })
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

describe('what is new on the author’s page', () => {
  const lost = makeFeature({ id: ID, kind: 'lost', name: 'Rex', mine: true })
  const seen = (id: string, changes: Partial<ReportProperties> = {}) =>
    makeFeature({ id, kind: 'sighting', aboutReportId: ID, ...changes })
  const match = (id: string, changes: Partial<Match> = {}) =>
    makeMatch({ report: makeFeature({ id, kind: 'found', name: id }), ...changes })
  const message = (id: string, threadId: string, fromAuthor: boolean, minute: number) => ({
    ...{ id, threadId, fromAuthor, text: id },
    createdAt: new Date(Date.UTC(2026, 10, 22, 10, minute)).toISOString(),
  })
  let messages: unknown[]
  let matches: Match[]
  let onScreen: (id: string) => void

  beforeEach(() => {
    messages = []
    matches = []
    answer = ({ method, path }) => {
      if (path === `/api/reports/${ID}`) return json(lost)
      if (path.endsWith('/messages')) return json({ items: messages, links: {} })
      if (path.endsWith('/matches')) return json({ items: matches, noneOfThese: 0.1, calibrated: false })
      return method === 'PUT' ? json({ verdict: 'same' }) : undefined
    }
    const heard = new Set<(entries: unknown[]) => void>()
    vi.stubGlobal(
      'IntersectionObserver',
      class {
        hear: (entries: unknown[]) => void
        constructor(hear: (entries: unknown[]) => void) {
          this.hear = hear
        }
        observe() {
          heard.add(this.hear)
        }
        disconnect() {
          heard.delete(this.hear)
        }
      },
    )
    onScreen = (id) => {
      for (const hear of heard) hear([{ isIntersecting: true, target: document.getElementById(id) }])
    }
  })

  const news = (root: HTMLElement) =>
    [...root.querySelectorAll('[aria-labelledby=news-title] a')].map((link) => [
      link.textContent,
      link.getAttribute('href'),
    ])
  const chips = (root: HTMLElement) =>
    [...root.querySelectorAll('nav a')]
      .map(({ textContent }) => textContent)
      .filter((words) => /\d/.test(words))

  it('takes no room where there is nothing', async () => {
    expect(news(await openPage())).toEqual([])
    expect(document.title).not.toMatch(/^\(/)
  })

  it('stands before all else, leads to its sections, and is counted in their bar and in the tab', async () => {
    messages = [message('hello', 'one', false, 1)]
    sightings = [seen('seen')]
    matches = [match('a'), match('b')]
    const root = await openPage()
    expect(news(root)).toEqual([
      ['1 message', '#messages'],
      ['Seen 1 time', '#sightings'],
      ['2 similar pets', '#matches'],
    ])
    expect(root.querySelector('h1, h2')?.id).toBe('news-title')
    expect(chips(root)).toEqual([
      'Matches2 wait for your answer',
      'Sightings1 waits for your answer',
      'Messages1 new',
    ])
    expect(document.title).toMatch(/^\(4\) /)
    for (const [, href] of news(root)) expect(root.querySelector<HTMLElement>(href!)?.tabIndex).toBe(-1)
  })

  it('is said in Russian too', async () => {
    setLanguage('ru')
    await loadMessages('manage')
    messages = [message('hello', 'one', false, 1)]
    sightings = [seen('seen')]
    matches = [match('a'), match('b')]
    const root = await openPage()
    expect(news(root).map(([words]) => words)).toEqual(['1 сообщение', 'Видели 1 раз', '2 похожих питомца'])
    expect(chips(root)).toEqual(['Совпадения2 ждут ответа', 'Где видели1 ждёт ответа', 'Сообщения1 новое'])
  })

  it('leaves out what was answered, judged, or can be judged nowhere', async () => {
    messages = [
      message('question', 'one', false, 1),
      message('answer', 'one', true, 2),
      message('first', 'two', false, 3),
    ]
    sightings = [seen('judged'), seen('cat', { species: 'cat' })]
    animal.verdicts = [{ reportId: 'judged', verdict: 'same' }]
    matches = [
      match('settled', { state: 'same' }),
      match('far', { band: 'unlikely', probability: 0.001 }),
      makeMatch({ report: seen('judged') }),
    ]
    expect(news(await openPage())).toEqual([['1 message', '#messages']])
  })

  it('is news no more on the next visit once this device showed it, and still waits while it is not judged', async () => {
    messages = [message('thanks', 'one', false, 1)]
    matches = [match('a')]
    const root = await openPage()
    onScreen('messages-title')
    onScreen('matches-title')
    await settle()
    expect(news(root)).toHaveLength(2)
    messages.push(message('more', 'one', false, 2))
    const later = await openPage()
    expect(news(later)).toEqual([['1 message', '#messages']])
    expect(chips(later)).toEqual(['Matches1 waits for your answer', 'Messages1 new'])
  })

  it('goes with a verdict, whose way back has the focus', async () => {
    matches = [match('a')]
    const root = await openPage()
    const section = root.querySelector<HTMLElement>('#matches')!
    await click(byText(section, 'No'))
    expect(news(root)).toEqual([])
    expect(chips(root)).toEqual([])
    expect(document.activeElement?.textContent).toBe('Undo')
    await click(byText(section, 'Undo'))
    expect(document.activeElement?.textContent).toBe('Yes')
  })

  it('leaves the rest of the page where a part could not be loaded', async () => {
    const before = answer
    messages = [message('hello', 'one', false, 1)]
    answer = (call) => (call.path.endsWith('/matches') ? problem(503) : before(call))
    const root = await openPage()
    expect(news(root)).toEqual([['1 message', '#messages']])
    expect(root.querySelector('#matches [role=alert]')).not.toBeNull()
  })

  it('tells one distance of a sighting in the plan and in the list, no finer than its area', async () => {
    const place = { lng: 37.62, lat: 55.75 }
    const own = makeFeature({
      ...{ id: ID, kind: 'lost', mine: true, location: place },
      ...{ locationPrivacy: 'approximate', publicRadiusM: 530 },
    })
    own.geometry.coordinates = [37.6216, 55.7481]
    const by = seen('seen', { publicRadiusM: 0 })
    by.geometry.coordinates = [37.62, 55.74766]
    const look = {
      type: 'Feature',
      geometry: { type: 'Point', coordinates: by.geometry.coordinates },
      properties: { kind: 'look_first', code: 'last_sighting', order: 1, reportId: 'seen' },
    }
    answer = ({ path }) =>
      path.includes('/search-area')
        ? json({ ...area, features: [look] })
        : path === `/api/reports/${ID}`
          ? json(own)
          : undefined
    sightings = [by]
    const said = async () => {
      const root = await openPage()
      return [root.querySelector('#plan ol li'), root.querySelector('#sightings ol li')].map(
        (part) => part?.textContent,
      )
    }
    const [inPlan, inList] = await said()
    expect(inPlan).toContain('300\u00a0m to the south of where it was lost')
    expect(inList).toContain('300\u00a0m from where it was lost')
    by.properties.publicRadiusM = 530
    for (const words of await said()) expect(words).toContain('within about 800\u00a0m of where it was lost')
  })

  it('tells one age of the search', async () => {
    nowMs.value = Date.parse(lost.properties.occurredAt) + 23.9 * 3_600_000
    const root = await openPage()
    expect(root.querySelector('header')?.textContent).toContain('23\u00a0hours ago')
    expect(root.querySelector('#plan')?.textContent).toContain('23 hours have passed')
  })
})

describe('focus, where what was pressed goes away', () => {
  const focused = () => document.activeElement?.textContent
  const done = () => new Response(null, { status: 204 })

  it('goes to the question before deleting, back with its Cancel, and to the heading after it', async () => {
    answer = ({ method }) => (method === 'DELETE' ? done() : undefined)
    const root = await openPage()
    localStorage.setItem(`seen:${ID}`, 'a')
    await click(byText(root, 'Delete…'))
    expect(focused()).toContain('Really delete for good?')
    await click(byText(document.activeElement!, 'Cancel'))
    expect(focused()).toBe('Delete…')
    await click(byText(root, 'Delete…'))
    await click(byText(root, 'Yes, delete for good'))
    expect(document.activeElement?.tagName).toBe('H1')
    expect(focused()).toBe('The post is deleted')
    expect(document.title).toBe('The post is deleted · Homeward')
    expect(localStorage.getItem(`seen:${ID}`)).toBeNull()
  })

  it('goes back to the ending that was chosen, and to the glad heading once it is so', async () => {
    let status: 'active' | 'reunited' = 'active'
    answer = ({ method, path }) => {
      if (method === 'POST') status = 'reunited'
      return path === `/api/reports/${ID}` ? json(makeFeature({ ...own.properties, status })) : undefined
    }
    vi.stubGlobal('scrollTo', () => undefined)
    const root = await openPage()
    await click(byText(root, t('resolution.found.returned_by_finder')))
    await click(byText(root, 'Cancel'))
    expect(focused()).toBe(t('resolution.found.returned_by_finder'))
    await click(byText(root, t('resolution.found.returned_by_finder')))
    await click(byText(root, 'Yes, close it'))
    expect(document.activeElement?.tagName).toBe('H1')
    expect(focused()).toBe('Home!')
  })

  it('goes into the form for searched ground, and back with its Cancel', async () => {
    const root = await show(<Searched report={own} token="key" area={area} onChange={() => {}} />)
    await click(byText(root, 'Mark where you searched'))
    expect(focused()).toBe('At my position')
    await click(byText(root, 'Cancel'))
    expect(focused()).toBe('Mark where you searched')
  })

  it('stays at other posts of the animal when a verdict is taken back', async () => {
    animal.companions = [{ report: twice, relation: 'possible_duplicate' }]
    const root = await openPage()
    await click(byText(root.querySelector('article')!, 'The same animal'))
    await click(byText(root, 'Undo'))
    expect(document.activeElement?.closest('#animal')).not.toBeNull()
  })

  it('goes to the words that a post is kept until there is a connection', async () => {
    const root = await show(<SendProgress state={{ stage: 'waiting' }} onSend={() => {}} />)
    expect(focused()).toBe(t('send.waiting.title'))
    expect(root.querySelector('h2')).toBe(document.activeElement)
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

  it('goes to the part that a mail leads to, on the device that has the key', async () => {
    rememberMine(own, 'key')
    history.replaceState(null, '', `/reports/${ID}/manage#messages`)
    const gone = vi.spyOn(Element.prototype, 'scrollIntoView').mockImplementation(() => {})
    await show(<ManagePage id={ID} />)
    expect(gone.mock.contexts.map((element) => (element as Element).id)).toEqual(['messages'])
    expect(document.activeElement?.id).toBe('messages-title')
    gone.mockRestore()
    forgetMine(ID)
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
