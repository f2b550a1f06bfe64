import 'fake-indexeddb/auto'
import { clear } from 'idb-keyval'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { Gallery } from '../../web/components/Gallery.tsx'
import { MessageForm } from '../../web/components/MessageForm.tsx'
import { ReportCard } from '../../web/components/ReportCard.tsx'
import { loadMessages, t } from '../../web/i18n/index.ts'
import { FilterBar } from '../../web/pages/home/FilterBar.tsx'
import { FilterSheet } from '../../web/pages/home/FilterSheet.tsx'
import { Results } from '../../web/pages/home/Results.tsx'
import { KeepPage } from '../../web/pages/info/KeepPage.tsx'
import { MinePage } from '../../web/pages/info/MinePage.tsx'
import { ReplyPage } from '../../web/pages/info/ReplyPage.tsx'
import { DeleteSection } from '../../web/pages/manage/DeleteSection.tsx'
import { ExpiredNote } from '../../web/pages/manage/ExpiredNote.tsx'
import { ManagePage } from '../../web/pages/manage/ManagePage.tsx'
import { PostPage } from '../../web/pages/post/PostPage.tsx'
import { MatchList } from '../../web/pages/report/MatchList.tsx'
import { ReportPage } from '../../web/pages/report/ReportPage.tsx'
import { draft } from '../../web/posting/draft.ts'
import { forgetMine, rememberMine } from '../../web/posting/mine.ts'
import { setLanguage } from '../../web/state/device.ts'
import { navigate } from '../../web/state/location.ts'
import { filters, startSearch } from '../../web/state/search.ts'
import type { Photo, ReportFeature } from '../../web/wire.ts'
import { Judge } from './author-parts.tsx'
import { json, makeFeature, makeMatch, problem } from './fixtures.ts'
import { byText, click, settle, show, type } from './render.tsx'

type Call = { method: string; path: string; body: unknown }
let calls: Call[] = []
let answer: (call: Call) => Response | undefined = () => undefined

beforeEach(async () => {
  calls = []
  answer = () => undefined
  vi.stubGlobal('fetch', async (path: string, init: RequestInit = {}) => {
    const body = typeof init.body === 'string' ? JSON.parse(init.body) : undefined
    const call = { method: init.method ?? 'GET', path, body }
    calls.push(call)
    return answer(call) ?? json({ type: 'FeatureCollection', features: [], links: {} })
  })
  setLanguage('en')
  localStorage.clear()
  await clear()
  await loadMessages('traits', 'posting', 'report', 'manage')
  navigate('/')
})
afterEach(() => {
  vi.unstubAllGlobals()
})

describe('the filters', () => {
  it('open at their heading, not at the button that clears them', async () => {
    const root = await show(<FilterSheet onClose={() => {}} />)
    expect(document.activeElement).toBe(root.querySelector('h2'))
  })
})

describe('the list', () => {
  let stop = () => {}
  afterEach(() => stop())

  it('shows what the address asks for, and asks again when a filter is touched', async () => {
    answer = ({ path }) =>
      path.includes('kind=found')
        ? json({ features: [makeFeature({ kind: 'found', name: 'Bax' })], links: {} })
        : json({ features: [makeFeature({ name: 'Rex' })], links: { next: '/api/reports?cursor=2' } })
    stop = startSearch()
    const root = await show(
      <>
        <FilterBar />
        <Results />
      </>,
    )
    expect(root.textContent).toContain('Rex, dog')
    await click(byText(root, 'Found'))
    expect(location.search).toBe('?kind=found')
    expect(root.textContent).toContain('Bax, dog')
    expect(root.textContent).not.toContain('Rex')
  })

  it('restores the filters when the person goes back', async () => {
    stop = startSearch()
    navigate('/?kind=lost')
    navigate('/?species=cat')
    expect(filters.value.species).toEqual(['cat'])
    navigate('/?kind=lost', { replace: true })
    expect(filters.value).toMatchObject({ kind: ['lost'], species: [] })
  })

  it('loads more by the cursor and shows no report twice', async () => {
    const second = makeFeature({ id: '0195d0f0-0000-7000-8000-000000000002', name: 'Second' })
    answer = ({ path }) =>
      path.includes('cursor')
        ? json({ features: [makeFeature({ name: 'Rex' }), second], links: {} })
        : json({ features: [makeFeature({ name: 'Rex' })], links: { next: '/api/reports?cursor=2' } })
    stop = startSearch()
    const root = await show(<Results />)
    await click(byText(root, 'Show more'))
    expect(root.querySelectorAll('article')).toHaveLength(2)
  })

  it('offers a way on when nothing fits', async () => {
    navigate('/?species=ferret')
    stop = startSearch()
    const root = await show(<Results />)
    await click(byText(root, 'Clear all'))
    expect(location.search).toBe('')
  })

  it('asks to check the word where words alone were asked for, and offers to clear them', async () => {
    navigate('/?q=labardor')
    stop = startSearch()
    const root = await show(<Results />)
    expect(root.textContent).toContain(t('list.empty.words', { words: 'labardor' }))
    expect(root.textContent).not.toMatch(/filter/)
    await click(byText(root, t('filter.search.clear')))
    expect(location.search).toBe('')
  })

  it('says that the list is the former one where that of a new filter did not come', async () => {
    answer = () => json({ features: [makeFeature({ name: 'Rex' })], links: {} })
    stop = startSearch()
    const root = await show(<Results />)
    expect(root.querySelector('[data-stale=true]')).toBeNull()
    answer = () => problem(503)
    navigate('/?kind=found')
    await settle()
    expect(root.textContent).toContain('Rex')
    expect(root.querySelector('[data-stale=true]')).not.toBeNull()
    expect(root.textContent).toContain(t('list.former'))
    expect(root.textContent).not.toContain(t('list.count', { n: 1 }))
    expect(root.textContent).not.toContain(t('error.kept'))
  })

  it('says what went wrong, keeps the page and tries again', async () => {
    answer = () => problem(500)
    stop = startSearch()
    const root = await show(<Results />)
    expect(root.querySelector('[role=alert]')?.textContent).toContain('r-1')
    answer = () => json({ features: [makeFeature({ name: 'Rex' })], links: {} })
    await click(byText(root, 'Try again'))
    expect(root.textContent).toContain('Rex')
  })

  it('says how long to wait when it asked too often, and then comes by itself', async () => {
    answer = () => problem(429, [], { 'retry-after': '1' })
    stop = startSearch()
    const root = await show(<Results />)
    expect(root.querySelector('[role=alert]')?.textContent).toContain('Try again in 1 second.')
    answer = () => json({ features: [makeFeature({ name: 'Rex' })], links: {} })
    await vi.waitFor(() => {
      expect(root.textContent).toContain('Rex')
      expect(root.querySelector('[role=alert]')).toBeNull()
    }, 3_000)
  })

  it('says that more could not be shown, and keeps what is there', async () => {
    answer = ({ path }) =>
      path.includes('cursor')
        ? problem(429, [], { 'retry-after': '30' })
        : json({ features: [makeFeature({ name: 'Rex' })], links: { next: '/api/reports?cursor=2' } })
    stop = startSearch()
    const root = await show(<Results />)
    await click(byText(root, 'Show more'))
    expect(root.querySelector('[role=alert]')?.textContent).toContain('Try again in 30 seconds.')
    expect(root.textContent).toContain('Rex')
    answer = () => json({ features: [], links: {} })
    await click(byText(root, 'Show more'))
    expect(root.querySelector('[role=alert]')).toBeNull()
  })
})

describe('a report that expired', () => {
  const expired = makeFeature({ status: 'expired', name: 'Rex' })

  it('says so to everybody and still takes a message', async () => {
    answer = ({ path }) => (path === `/api/reports/${expired.id}` ? json(expired) : problem(404))
    const root = await show(<ReportPage id={expired.id} />)
    await vi.waitFor(() => expect(root.textContent).toContain('has not been updated for a long time'))
    expect(root.querySelector('#write')).not.toBeNull()
  })

  it('comes back by one tap of its author', async () => {
    const changed: ReportFeature[] = []
    const back = makeFeature({ status: 'active', name: 'Rex' })
    answer = () => json(back)
    const root = await show(
      <ExpiredNote report={expired} token="key" onChange={(report) => changed.push(report)} />,
    )
    await click(byText(root, 'Put it back'))
    expect(calls.map(({ method, path }) => [method, path])).toEqual([
      ['POST', `/api/reports/${expired.id}/keep`],
      ['GET', `/api/reports/${expired.id}`],
    ])
    expect(changed.map(({ properties }) => properties.status)).toEqual(['active'])
    expect((await show(<ExpiredNote report={back} token="key" onChange={() => {}} />)).textContent).toBe('')
  })

  it.each([
    ['is kept', () => json(makeFeature({ status: 'active' })), 'Your post stays'],
    ['is over', () => json(makeFeature({ status: 'reunited' })), 'already closed'],
    ['has a newer link', () => problem(404), 'no longer works'],
  ])('%s when the link of the mail is opened', async (_, response, words) => {
    await loadMessages('pages')
    answer = response
    location.hash = '#key-of-the-mail'
    const root = await show(<KeepPage id={expired.id} />)
    await vi.waitFor(() => expect(root.querySelector('h1')?.textContent).toContain(words))
    expect(calls).toMatchObject([{ method: 'POST', path: `/api/reports/${expired.id}/keep` }])
    location.hash = ''
  })
})

describe('a link that leads nowhere', () => {
  const links = (root: Element) =>
    [...root.querySelectorAll('a')].map((link) => link.getAttribute('href')).filter(Boolean)

  it.each([
    ['a report that is gone', () => <ReportPage id="gone" />],
    ['an author’s page without its key', () => <ManagePage id="gone" />],
    ['a conversation without its key', () => <ReplyPage />],
  ])('leads on from %s: to the list, to a post, and to one’s own where there are any', async (_, page) => {
    await loadMessages('pages')
    answer = () => problem(404)
    const root = await show(page())
    await vi.waitFor(() => expect(root.querySelector('h1')).not.toBeNull())
    expect(links(root)).toEqual(['/', '/post/lost', '/post/found'])
    rememberMine(makeFeature({ id: 'mine' }), 'key')
    await settle()
    expect(links(root)).toEqual(['/', '/mine', '/post/lost', '/post/found'])
    forgetMine('mine')
  })
})

describe('a conversation', () => {
  const opened = { items: [], reportId: 'lost', youAreAuthor: false }
  const open = async (report: () => Response) => {
    await loadMessages('pages')
    answer = ({ path }) => (path === '/api/replies' ? json(opened) : report())
    location.hash = '#key-of-the-mail'
    const root = await show(<ReplyPage />)
    await vi.waitFor(() => expect(root.querySelector('textarea')).not.toBeNull())
    location.hash = ''
    return root
  }

  it('begins with the pet it is about, and goes on where its report is hidden', async () => {
    const root = await open(() => json(makeFeature({ id: 'lost', name: 'Rex' })))
    expect(byText(root, 'Rex, dog').getAttribute('href')).toBe('/reports/lost')
    expect((await open(() => problem(404))).querySelector('a')).toBeNull()
  })

  it.each([
    ['x'.repeat(43), 'The author deleted the post'],
    ['x'.repeat(40), 'The link may be cut short'],
  ])('that is not here any more says why, by whether its key is whole: %s', async (key, words) => {
    await loadMessages('pages')
    answer = () => problem(404)
    location.hash = `#${key}`
    const root = await show(<ReplyPage />)
    location.hash = ''
    await vi.waitFor(() => expect(root.textContent).toContain(words))
  })
})

describe('the wizard', () => {
  it('goes on from what happened with one touch, and back keeps it', async () => {
    navigate('/post/found')
    const root = await show(<PostPage side="found" />)
    await click(byText(root, /I saw it in the street/, 'button'))
    expect(draft.value.values.kind).toBe('sighting')
    expect(location.search).toBe('?step=photo')
  })

  it('says beside the field what is missing and moves focus there', async () => {
    navigate('/post/lost?step=pet')
    const root = await show(<PostPage side="lost" />)
    await click(byText(root, 'Next'))
    expect(root.textContent).toContain('Choose the animal')
    expect((document.activeElement as HTMLElement | null)?.dataset['field']).toBe('species')
    expect(location.search).toBe('?step=pet')
    const dog = root.querySelector<HTMLInputElement>('input[name=species]')!
    await click(dog)
    expect(root.textContent).not.toContain('Choose the animal')
  })

  it('leads to the step and the field that the server refuses, with everything kept', async () => {
    navigate('/post/lost?step=review')
    answer = ({ method, path }) =>
      method === 'POST' && path === '/api/reports'
        ? problem(422, [{ pointer: '/contact/email', code: 'invalid_format' }])
        : undefined
    await show(<PostPage side="lost" />)
    draft.value = {
      ...draft.value,
      values: {
        ...draft.value.values,
        species: 'dog',
        occurredAt: '2026-01-01T10:00:00.000Z',
        location: { lng: 37, lat: 55 },
        contact: { email: 'a@b.cc' },
      },
    }
    await settle()
    await click(byText(document.body, 'Publish'))
    expect(location.search).toBe('?step=contact')
    expect(document.body.textContent).toContain(t('wrong.email.invalid'))
    expect(draft.value.values.contact.email).toBe('a@b.cc')
  })

  it('shows in the review no contact, number or sealed mark among what everybody sees', async () => {
    navigate('/post/lost?step=review')
    await show(<PostPage side="lost" />)
    draft.value = {
      ...draft.value,
      values: {
        ...draft.value.values,
        species: 'dog',
        microchip: '643094100123456',
        marks: [{ part: 'belly', type: 'scar', visibility: 'sealed' }],
        contact: { email: 'owner@example.com' },
      },
    }
    await settle()
    const shown = document.querySelector('section[aria-labelledby=public-title]')?.textContent
    expect(shown).toContain('Dog')
    expect(shown).not.toMatch(/owner@example|643094|scar/)
    expect(document.body.textContent).toContain('owner@example.com')
  })
})

describe('matches', () => {
  it('tell a stranger how likely they are and why', async () => {
    answer = () => json({ items: [makeMatch()], noneOfThese: 0.28, calibrated: true })
    const root = await show(<MatchList report={makeFeature({ id: 'x' })} />)
    expect(root.textContent).toContain('Likely the same animal')
    expect(root.textContent).toContain('72% likely')
    expect(root.textContent).toContain('Sex: differs (male / female)speaks strongly against')
    expect(root.querySelector('details')?.textContent).toContain('÷10')
    expect(root.textContent).toContain('A different animal: 28%')
  })

  it('say how likely in words alone while too few verdicts stand behind a number', async () => {
    answer = () => json({ items: [makeMatch()], noneOfThese: 0.28, calibrated: false })
    const root = await show(<MatchList report={makeFeature({ id: 'x' })} />)
    expect(root.textContent).toContain('Likely the same animal')
    expect(root.textContent).toContain(t('matches.notThis.possible'))
    expect(root.textContent).not.toContain('%')
  })

  it('are judged by the author with one touch, and the verdict can be undone', async () => {
    answer = ({ method }) =>
      method === 'PUT'
        ? json({ verdict: 'different' })
        : json({ items: [makeMatch()], noneOfThese: 0.28, calibrated: true })
    const root = await show(<Judge report={makeFeature()} />)
    await click(byText(root, 'No'))
    expect(calls.at(-1)).toMatchObject({ method: 'PUT', body: { verdict: 'different' } })
    expect(root.textContent).toContain('Removed from your matches')
    await click(byText(root, 'Undo'))
    expect(calls.at(-1)).toMatchObject({ method: 'PUT', body: { verdict: 'unsure' } })
    expect(byText(root, 'Yes').localName).toBe('button')
  })
})

describe('the photo of a dead animal', () => {
  const photo = {
    ...{ id: 'p', width: 4, height: 3, thumbHash: '' },
    urls: { thumb: '/photos/p/thumb.webp', card: '/photos/p/card.webp', full: '/photos/p/full.webp' },
  } as unknown as Photo
  const dead = makeFeature({ kind: 'found_deceased', photos: [photo] })

  it('is met by nobody unasked, and shown on request', async () => {
    const list = await show(<ReportCard report={dead} />)
    expect(list.querySelector('img')).toBeNull()
    const root = await show(<Gallery report={dead} />)
    expect(root.querySelector('img')).toBeNull()
    await click(byText(root, 'Show the photo of the dead animal'))
    expect(root.querySelector('img')?.getAttribute('src')).toBe('/photos/p/full.webp')
  })
})

describe('a message to the author', () => {
  it('is kept on the device when it cannot be sent, and goes out on the next try', async () => {
    answer = () => problem(503)
    let root = await show(<MessageForm reportId="r1" kind="lost" />)
    await type(root.querySelector('textarea')!, 'I saw him by the pond')
    await type(root.querySelector('input')!, 'a@b.cc')
    await click(byText(root, 'Send'))
    expect(root.querySelector('[role=alert]')?.textContent).toContain(t('error.kept'))
    root = await show(<MessageForm reportId="r1" kind="lost" />)
    expect(root.querySelector('textarea')!.value).toBe('I saw him by the pond')
    answer = () => new Response(null, { status: 202 })
    await type(root.querySelector('input')!, 'a@b.cc')
    await click(byText(root, 'Send'))
    expect(root.textContent).toContain(t('message.sent', { email: 'a@b.cc' }))
    expect(document.activeElement?.getAttribute('role')).toBe('status')
  })

  it('says which language is on the screen, so that the answer comes in it', async () => {
    const sent = vi.fn(async (_path: string, _init: RequestInit) => new Response(null, { status: 202 }))
    vi.stubGlobal('fetch', sent)
    const root = await show(<MessageForm reportId="r3" kind="lost" />)
    await type(root.querySelector('textarea')!, 'I saw him')
    await type(root.querySelector('input')!, 'a@b.cc')
    await click(byText(root, 'Send'))
    expect(new Headers(sent.mock.lastCall?.[1].headers).get('accept-language')).toBe('en')
  })

  it('tells a missing address from a mistaken one', async () => {
    const root = await show(<MessageForm reportId="r2" kind="found" />)
    await type(root.querySelector('textarea')!, 'She is mine')
    await click(byText(root, 'Send'))
    expect(root.textContent).toContain(t('message.wrong.email.missing'))
    await type(root.querySelector('input')!, 'anna@')
    expect(root.textContent).toContain(t('message.wrong.email.invalid'))
    expect(root.textContent).not.toContain(t('message.wrong.email.missing'))
  })
})

describe('what is mine', () => {
  it('leads on to posting where nothing was posted yet', async () => {
    await loadMessages('pages')
    const root = await show(<MinePage />)
    expect(byText(root, 'I lost a pet').getAttribute('href')).toBe('/post/lost')
    expect(byText(root, 'I found or saw a pet').getAttribute('href')).toBe('/post/found')
  })

  it('is called as on its card', async () => {
    setLanguage('ru')
    await loadMessages('pages')
    rememberMine(makeFeature({ id: 'his', sex: 'male', name: 'Туман' }), 'key')
    const root = await show(<MinePage />)
    expect(root.querySelector('li')?.textContent).toMatch(/^ПропалТуман, пёсРазмещено /)
    forgetMine('his')
  })
})

describe('deleting', () => {
  it('needs a second word', async () => {
    answer = () => new Response(null, { status: 204 })
    const gone = vi.fn()
    const root = await show(<DeleteSection id="r1" token="key" onDeleted={gone} />)
    await click(byText(root, 'Delete…'))
    expect(calls).toEqual([])
    await click(byText(root, 'Yes, delete for good'))
    expect(calls.at(-1)).toMatchObject({ method: 'DELETE', path: '/api/reports/r1' })
    expect(gone).toHaveBeenCalled()
  })
})
