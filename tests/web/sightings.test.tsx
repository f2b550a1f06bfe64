import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { loadMessages, t } from '../../web/i18n/index.ts'
import { ManagePage } from '../../web/pages/manage/ManagePage.tsx'
import { SightingsToVisit } from '../../web/pages/report/SightingsToVisit.tsx'
import { announcement } from '../../web/state/announce.ts'
import { nowMs } from '../../web/state/clock.ts'
import { setLanguage } from '../../web/state/device.ts'
import type { ReportFeature, Verdict, Walkers } from '../../web/wire.ts'
import { Judge, Sightings } from './author-parts.tsx'
import { json, makeFeature, makeMatch, problem } from './fixtures.ts'
import { byText, click, settle, show } from './render.tsx'

const NOW = Date.parse('2026-11-23T12:00:00Z')
const MINUTE = 60_000
const at = (minutes: number) => new Date(NOW + minutes * MINUTE).toISOString()

const lost = makeFeature({ id: 'lost' })
const seenAgo = (hours: number, id = 'seen', over = {}) =>
  makeFeature({ id, kind: 'sighting', aboutReportId: 'lost', occurredAt: at(-60 * hours), ...over })
const going = (walkers: Partial<Walkers> = {}): Walkers => ({
  ...{ sightingId: 'seen', walkers: 1, owner: false, lastSetOutAt: at(-10) },
  ...walkers,
})

type Call = { method: string; path: string; body: unknown; key: string | null; idempotency: string | null }
let calls: Call[]
let sightings: ReportFeature[]
let walkers: Walkers[]
let answer: (call: Call) => Response | Promise<Response> | undefined

beforeEach(async () => {
  calls = []
  sightings = [seenAgo(3)]
  walkers = []
  answer = () => undefined
  nowMs.value = NOW
  vi.stubGlobal('fetch', async (path: string, init: RequestInit = {}) => {
    const headers = new Headers(init.headers)
    const call: Call = {
      ...{ method: init.method ?? 'GET', path },
      body: typeof init.body === 'string' ? JSON.parse(init.body) : undefined,
      key: headers.get('authorization'),
      idempotency: headers.get('idempotency-key'),
    }
    calls.push(call)
    return (await answer(call)) ?? reply(call)
  })
  setLanguage('en')
  localStorage.clear()
  await loadMessages('traits', 'posting', 'report', 'manage', 'animal')
})
afterEach(() => vi.unstubAllGlobals())

function reply({ method, path }: Call): Response {
  if (method === 'POST') return json({ token: 'mine', until: at(120) }, 201)
  if (method === 'DELETE') return new Response(null, { status: 204 })
  if (path.endsWith('/walkers')) return json({ items: walkers })
  if (path.includes('/matches/')) return json({ verdict: 'unsure' })
  return json({ type: 'FeatureCollection', features: sightings, links: {} })
}

const lastChange = () => calls.filter(({ method }) => method !== 'GET').at(-1)
const visit = () => show(<SightingsToVisit report={lost} sightings={sightings} />)
const manage = (verdicts = new Map<string, Verdict>(), onJudged = () => {}) =>
  show(<Sightings report={lost} verdicts={verdicts} onJudged={onJudged} />)

describe('who is on the way to a sighting', () => {
  it.each([
    [going(), 'Somebody set out a few minutes ago'],
    [going({ owner: true }), 'The owner set out a few minutes ago'],
    [going({ walkers: 2 }), 'On the way: 2, the last one set out a few minutes ago'],
    [going({ walkers: 3, owner: true }), 'On the way: 3, the owner among them'],
  ])('is told to strangers: %o', async (walkers_, words) => {
    walkers = [walkers_]
    const root = await visit()
    expect(root.textContent).toContain(words)
    expect(root.textContent).toContain('More eyes find more')
    expect(byText(root, /^On my way/).localName).toBe('button')
  })

  it.each([
    [4, 'just now', 'только что'],
    [6, 'a few minutes ago', 'несколько минут назад'],
    [14, 'a few minutes ago', 'несколько минут назад'],
    [17, 'about 15\u00a0minutes ago', 'примерно 15\u00a0минут назад'],
    [75, 'about 1\u00a0hour ago', 'примерно 1\u00a0час назад'],
  ])('says of %i minutes, known to five, no more than is known', async (minutes, english, russian) => {
    walkers = [going({ lastSetOutAt: at(-minutes) })]
    expect((await visit()).textContent).toContain(`Somebody set out ${english}`)
    setLanguage('ru')
    await loadMessages('traits', 'posting', 'report', 'manage', 'animal')
    expect((await visit()).textContent).toContain(`отправился ${russian}`)
  })

  it('keeps silent where nobody is, and says so where it could not be learned', async () => {
    expect((await visit()).textContent).not.toMatch(/set out|On the way:|could not learn/)
    answer = ({ path }) => (path.endsWith('/walkers') ? problem(503) : undefined)
    const root = await visit()
    expect(root.textContent).toContain(t('way.unknown'))
    answer = () => undefined
    walkers = [going()]
    await click(byText(root, 'Try again'))
    expect(root.textContent).toContain('Somebody set out')
    expect(root.textContent).not.toContain('could not learn')
  })
})

describe('one tap says that one is on the way', () => {
  it('without a name or a place, and only this device can take it back', async () => {
    const root = await visit()
    answer = ({ method }) => {
      if (method === 'POST') walkers = [going()]
      if (method === 'DELETE') walkers = []
      return undefined
    }
    await click(byText(root, /^On my way/))
    expect(lastChange()).toMatchObject({
      ...{ method: 'POST', path: '/api/reports/lost/walkers', key: null },
      body: { sightingId: 'seen' },
    })
    expect(root.textContent).toContain('You are on the way.')
    expect(root.textContent).not.toMatch(/Somebody/)
    // Nobody else goes, so there is no other side to come from.
    expect(root.textContent).not.toContain('More eyes find more')
    expect(document.activeElement?.textContent).toBe('I can’t go after all')
    expect(announcement.value).toContain('you are on the way')

    const again = await visit()
    await click(byText(again, /^I can’t go after all/))
    expect(lastChange()).toMatchObject({
      ...{ method: 'DELETE', path: '/api/reports/lost/walkers/seen', key: 'Bearer mine' },
    })
    expect(document.activeElement?.textContent).toBe('On my way')
    expect((await visit()).textContent).not.toContain('You are on the way')
  })

  it('says who else goes, and ends on the device when it ends for the others', async () => {
    walkers = [going({ walkers: 2, owner: true })]
    localStorage.setItem('walk:seen', JSON.stringify({ token: 'mine', until: at(60) }))
    const root = await visit()
    expect(root.textContent).toContain('The owner is on the way too')
    nowMs.value = NOW + 60 * MINUTE
    walkers = []
    await settle()
    expect(root.textContent).not.toContain('You are on the way')
  })

  it('says clearly when it could not be told, and a repeat is the same person', async () => {
    answer = ({ method }) => {
      if (method === 'POST') throw new TypeError('no connection')
      return undefined
    }
    const root = await visit()
    await click(byText(root, /^On my way/))
    expect(root.querySelector('[role=alert]')?.textContent).toContain(t('way.failed.setOut'))
    const first = lastChange()?.idempotency
    answer = () => undefined
    await click(byText(root, /^On my way/))
    expect(lastChange()?.idempotency).toBe(first)
    expect(first).toMatch(/.{16}/)
    expect(root.querySelector('[role=alert]')).toBeNull()
    expect(root.textContent).toContain('You are on the way')

    answer = ({ method }) => (method === 'DELETE' ? problem(503) : undefined)
    await click(byText(root, /^I can’t go after all/))
    expect(root.querySelector('[role=alert]')?.textContent).toContain(t('way.failed.turnBack'))
    expect(root.textContent).toContain('You are on the way')
    answer = ({ method }) => (method === 'DELETE' ? problem(404) : undefined)
    await click(byText(root, /^I can’t go after all/))
    expect(root.textContent).not.toContain('You are on the way')
  })

  it('tells nobody to stay at home where no more are counted', async () => {
    answer = ({ method }) => (method === 'POST' ? problem(409) : undefined)
    const root = await visit()
    await click(byText(root, /^On my way/))
    expect(root.querySelector('[role=alert]')?.textContent).toContain('You can go all the same')
  })

  it('is offered for sightings in the street only', async () => {
    sightings = [makeFeature({ id: 'kept', kind: 'found', aboutReportId: 'lost' })]
    const root = await visit()
    expect(root.querySelector('ol button')).toBeNull()
  })
})

describe('the sightings on the author’s page', () => {
  it('tell others no more than that somebody goes, unless the owner wants to be known', async () => {
    let root = await manage()
    await click(byText(root, /^On my way/))
    expect(lastChange()).toMatchObject({ method: 'POST', key: null })
    localStorage.removeItem('walk:seen')
    root = await manage()
    await click(root.querySelector<HTMLInputElement>('input[type=checkbox]')!)
    root = await manage()
    await click(byText(root, /^On my way/))
    expect(lastChange()).toMatchObject({ method: 'POST', key: 'Bearer key' })
  })

  it('know the owner’s own mark on every device, and take it back with the manage token', async () => {
    walkers = [going({ owner: true })]
    answer = ({ method }) => {
      if (method === 'DELETE') walkers = []
      return undefined
    }
    const root = await manage()
    expect(root.textContent).toContain('You are on the way')
    expect(root.textContent).not.toContain('The owner')
    await click(byText(root, /^I can’t go after all/))
    expect(lastChange()).toMatchObject({ method: 'DELETE', key: 'Bearer key' })
    expect(document.activeElement?.textContent).toBe('On my way')
  })

  it('are judged where they stand, and the verdict can be taken back', async () => {
    const onJudged = vi.fn()
    const root = await manage(new Map(), onJudged)
    await click(byText(root, 'Not my pet'))
    expect(lastChange()).toMatchObject({
      ...{ method: 'PUT', path: '/api/reports/lost/matches/seen', key: 'Bearer key' },
      body: { verdict: 'different' },
    })
    expect(onJudged).toHaveBeenCalledTimes(1)
    expect(root.textContent).toContain(t('animal.did.different').slice(0, -1))
    expect(root.textContent).not.toContain('On my way')
    expect(document.activeElement?.textContent).toBe('Undo')
    await click(byText(root, 'Undo'))
    expect(lastChange()).toMatchObject({ body: { verdict: 'unsure' } })
    expect(byText(root, /^On my way/).localName).toBe('button')
    expect(document.activeElement?.textContent).toBe('Yes, it was mine')
    await click(byText(root, 'Yes, it was mine'))
    expect(lastChange()).toMatchObject({ body: { verdict: 'same' } })
    expect(byText(root, /^On my way/).localName).toBe('button')
  })

  it('fold away what is not the author’s, with the way back', async () => {
    sightings = [seenAgo(3), seenAgo(5, 'other')]
    const root = await manage(new Map([['other', 'different']]))
    const folded = root.querySelector('details')!
    expect(folded.querySelector('summary')?.textContent).toBe('Not my pet: 1')
    expect(folded.querySelectorAll('li')).toHaveLength(1)
    expect(folded.textContent).not.toContain('On my way')
    await click(byText(folded, /^Undo/))
    expect(lastChange()).toMatchObject({
      path: '/api/reports/lost/matches/other',
      body: { verdict: 'unsure' },
    })
    expect(root.querySelector('details')).toBeNull()
    expect(root.querySelectorAll('li')).toHaveLength(2)
  })

  it('show what was said on an earlier visit, and let it be taken back', async () => {
    const root = await manage(new Map([['seen', 'same']]))
    expect(root.textContent).toContain('You said: the same animal')
    await click(byText(root, /^Undo/))
    expect(lastChange()).toMatchObject({ body: { verdict: 'unsure' } })
    expect(byText(root, 'Yes, it was mine').localName).toBe('button')
  })

  it('keep what was there and say so when a verdict cannot be sent', async () => {
    answer = ({ method }) => (method === 'PUT' ? problem(503) : undefined)
    const root = await manage()
    await click(byText(root, 'Not my pet'))
    expect(root.querySelector('[role=alert]')).not.toBeNull()
    expect(byText(root, 'Not my pet').localName).toBe('button')
  })

  it('are not asked about a second time among the matches, and take no chance from those', async () => {
    const match = (report: ReportFeature, probability: number) => makeMatch({ report, probability })
    const found = makeFeature({ id: 'found', kind: 'found', name: 'Found' })
    const inCare = makeFeature({ id: 'care', kind: 'found', name: 'Kept', aboutReportId: 'lost' })
    answer = ({ path }) =>
      path.endsWith('/matches')
        ? json({
            items: [
              match(seenAgo(3, 'seen', { name: 'Seen' }), 0.96),
              match(found, 0.03),
              match(inCare, 0.001),
            ],
            ...{ noneOfThese: 0.009, calibrated: true },
          })
        : undefined
    const root = await show(<Judge report={lost} />)
    const titles = [...root.querySelectorAll('article')].map((card) => card.getAttribute('aria-label'))
    expect(titles).toEqual(['Found, dog', 'Kept, dog'])
    expect(root.textContent).toContain('75% likely')
    expect(root.textContent).toMatch(/None of these: 2[23]%/)
  })

  it('move the plan’s areas when they are judged', async () => {
    const area = { type: 'FeatureCollection', features: [], advice: [], access: 'unknown', computedAt: at(0) }
    const verdicts: unknown[] = []
    answer = ({ method, path }) => {
      if (method === 'PUT') verdicts.push({ reportId: 'seen', verdict: 'different' })
      if (path.endsWith('/search-area')) return json(area)
      if (path.endsWith('/animal')) return json({ members: [], companions: [], verdicts })
      if (path.endsWith('/same-pictures') || path.endsWith('/messages')) return json({ items: [], links: {} })
      if (path.endsWith('/matches')) return json({ items: [], noneOfThese: 1, calibrated: false })
      if (path === '/api/reports/lost') return json(makeFeature({ id: 'lost', mine: true }))
      return undefined
    }
    history.replaceState(null, '', '/reports/lost/manage#key')
    const root = await show(<ManagePage id="lost" />)
    const areas = () => calls.filter(({ path }) => path.endsWith('/search-area')).length
    expect(areas()).toBe(1)
    await click(byText(root, 'Not my pet'))
    expect(areas()).toBe(2)
    expect(root.querySelector('#animal')).toBeNull()
  })
})
