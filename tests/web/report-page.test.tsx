import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { loadMessages, t } from '../../web/i18n/index.ts'
import { Comparison } from '../../web/pages/manage/Comparison.tsx'
import { MatchList } from '../../web/pages/report/MatchList.tsx'
import { ReportPage } from '../../web/pages/report/ReportPage.tsx'
import { setLanguage } from '../../web/state/device.ts'
import type { Match, ReportFeature } from '../../web/wire.ts'
import { json, makeFeature, makeMatch, problem } from './fixtures.ts'
import { byText, click, show } from './render.tsx'

let report: ReportFeature
let matches: Match[]
let sightings: () => Response | Promise<Response>

beforeEach(async () => {
  report = makeFeature()
  matches = []
  sightings = () => json({ features: [], links: {} })
  vi.stubGlobal('fetch', async (path: string) => {
    if (path.endsWith('/matches')) return json({ items: matches, noneOfThese: 0.2, calibrated: true })
    if (path.endsWith('/animal')) return json({ members: [], companions: [] })
    if (path.endsWith('/walkers')) return json({ items: [] })
    if (path.startsWith('/api/reports?')) return sightings()
    return json(report)
  })
  setLanguage('en')
  await loadMessages('traits', 'report', 'manage', 'animal')
})
afterEach(() => vi.unstubAllGlobals())

const openPage = () => show(<ReportPage id={report.id} />)

describe('a report’s page', () => {
  it('folds a long description, so that what can be done stays near, and opens it', async () => {
    report = makeFeature({ description: 'Timid, does not come to strangers. '.repeat(140).trim() })
    const root = await openPage()
    const text = [...root.querySelectorAll('p')].find((p) => p.textContent?.startsWith('Timid'))!
    expect(text.dataset['folded']).toBe('true')
    const unfold = byText(root, 'Show all of it')
    await click(unfold)
    expect(text.dataset['folded']).toBe('false')
    expect(unfold.getAttribute('aria-expanded')).toBe('true')
  })

  it('leaves a short description as it is', async () => {
    report = makeFeature({ description: 'Timid.' })
    expect((await openPage()).textContent).not.toContain('Show all of it')
  })

  it('draws no panel of signs where nobody named any', async () => {
    expect((await openPage()).textContent).not.toContain('Details')
    report = makeFeature({ colours: ['black'] })
    expect((await openPage()).querySelector('#facts-title')).not.toBeNull()
  })

  it.each([
    ['found', 'This is my pet: write'],
    ['sighting', 'This is my pet: write'],
    ['found_deceased', 'Write to the finder'],
  ] as const)('lets an owner who knows a pet that was %s go to the form at once', async (kind, words) => {
    report = makeFeature({ kind })
    const root = await openPage()
    expect(byText(root, words).getAttribute('href')).toBe('#write')
    expect(root.querySelector('#write')).not.toBeNull()
    report = makeFeature({ kind, status: 'withdrawn' })
    expect((await openPage()).querySelector('a[href="#write"]')).toBeNull()
  })

  it('says under a drawing that it is none of a photo', async () => {
    expect((await openPage()).textContent).toContain('Drawn from the description, not a photo')
  })

  it('says of a pet that is home what the date over it was', async () => {
    report = makeFeature({ status: 'reunited' })
    const root = await openPage()
    expect(root.querySelector('time')?.textContent).toMatch(/^Lost 22\u00a0November/)
    expect(root.querySelector('#place-title')?.textContent).toBe('Where the pet was lost')
  })

  it('asks nobody who saw a pet that is home', async () => {
    report = makeFeature({ status: 'reunited' })
    const root = await openPage()
    expect(root.querySelector('#sightings-title')).toBeNull()
    expect(root.querySelector('header')?.textContent).toMatch(/^Dog/)
  })
})

describe('the sightings on a report’s page', () => {
  it('have the numbers of the map, which go in the order of time', async () => {
    const seen = (id: string, occurredAt: string) => makeFeature({ id, occurredAt, kind: 'sighting' })
    const features = [seen('later', '2026-11-24T10:00:00Z'), seen('sooner', '2026-11-23T10:00:00Z')]
    sightings = () => json({ features, links: {} })
    const list = (await openPage()).querySelectorAll('[aria-labelledby=sightings-title] ol > li')
    expect([...list].map((item) => item.querySelector('.number')?.textContent)).toEqual(['2', '1'])
  })

  const NONE = 'No sightings yet'

  it('are not said to be none before that is known', async () => {
    sightings = () => new Promise(() => {})
    const root = await openPage()
    expect(root.textContent).not.toContain(NONE)
    expect(root.querySelector('#sightings-title')).toBeNull()
    sightings = () => json({ features: [], links: {} })
    expect((await openPage()).textContent).toContain(NONE)
  })

  it('are said not to have come where they could not be loaded, and asked for again', async () => {
    sightings = () => problem(503)
    const root = await openPage()
    const section = root.querySelector<HTMLElement>('[aria-labelledby=sightings-title]')!
    expect(section.textContent).toContain(t('sightings.failed'))
    expect(section.textContent).not.toContain(NONE)
    sightings = () => json({ features: [makeFeature({ id: 'seen', kind: 'sighting' })], links: {} })
    await click(byText(section, 'Try again'))
    expect(section.querySelectorAll('li')).toHaveLength(1)
    expect(section.textContent).not.toContain('could not load')
  })
})

describe('possible matches', () => {
  const seen = makeMatch({
    report: makeFeature({ id: 'seen', kind: 'sighting', aboutReportId: 'x' }),
    probability: 0.3,
  })

  it('leave out sightings that stand beside the map, as if they were not there', async () => {
    matches = [makeMatch({ probability: 0.5 }), seen]
    const root = await show(<MatchList report={makeFeature({ id: 'x' })} />)
    expect(root.querySelectorAll('article')).toHaveLength(1)
    expect(root.textContent).toContain('A different animal: 29%')
  })

  it('are said to be none where there are such sightings only', async () => {
    matches = [seen]
    expect(
      (await show(<MatchList report={makeFeature({ id: 'x' })} />)).querySelectorAll('article'),
    ).toHaveLength(0)
  })
})

describe('a comparison', () => {
  it('sets beside each other what the other side says, and names what it leaves out', async () => {
    const mine = makeFeature({ sex: 'female', coat: 'short', colours: ['black'] })
    const match = makeMatch({ report: makeFeature({ id: 'other', kind: 'found', sex: 'female' }) })
    const root = await show(<Comparison mine={mine} match={match} />)
    const rows = [...root.querySelectorAll('tbody tr')].map((row) => row.textContent)
    expect(rows).toEqual(['Sexfemalefemale'])
    expect(root.textContent).toContain(t('judge.notSaid', { list: 'colours; coat' }))
  })

  it('gives one distance, whether in the heading or among the reasons', async () => {
    const match = makeMatch({ reasons: [{ factor: 'distance', multiplier: 12.4, distanceM: 600 }] })
    match.report.geometry.coordinates = [37.6294, 55.75]
    const root = await show(<Comparison mine={makeFeature()} match={match} />)
    expect(new Set(root.textContent?.match(/\d+\sm apart/g))).toEqual(new Set(['600\u00a0m apart']))
  })
})
