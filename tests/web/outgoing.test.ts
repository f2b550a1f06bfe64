import 'fake-indexeddb/auto'
import { clear, get, set } from 'idb-keyval'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import {
  changeDraft,
  changeValues,
  draft,
  dropDraft,
  listDrafts,
  openDraft,
  saveDraft,
  startDraftSaving,
} from '../../web/posting/draft.ts'
import { mine } from '../../web/posting/mine.ts'
import { type Outgoing, outgoing, send, sendStates } from '../../web/posting/outgoing.ts'
import { json, makeFeature, problem } from './fixtures.ts'

const report = makeFeature()
const created = () => json({ report, manageToken: 'key' }, 201)
const post = (changes: Partial<Outgoing> = {}): Outgoing => ({
  key: 'k1',
  body: {
    kind: 'lost',
    species: 'dog',
    occurredAt: '2026-11-22T18:30:00.000Z',
    location: { lng: 37.62, lat: 55.75 },
  },
  photos: [],
  ...changes,
})

beforeEach(async () => {
  await clear()
  localStorage.clear()
  outgoing.value = []
  sendStates.value = {}
  mine.value = []
})
afterEach(() => {
  vi.unstubAllGlobals()
})

describe('sending a post', () => {
  it('keeps the key of the report on the device and forgets the post when all of it is there', async () => {
    vi.stubGlobal('fetch', async () => created())
    const ended = await send(post())
    expect(ended).toEqual({ stage: 'done', id: report.id, token: 'key', refusedPhotos: 0 })
    expect(mine.value[0]).toMatchObject({ id: report.id, token: 'key' })
    expect(await get('outgoing:k1')).toBeUndefined()
  })

  it('waits on the device without a connection, and goes out later under the same idempotency key', async () => {
    const keys: (string | null)[] = []
    let connected = false
    vi.stubGlobal('fetch', async (_: string, init: RequestInit) => {
      keys.push(new Headers(init.headers).get('idempotency-key'))
      if (!connected) throw new TypeError('Failed to fetch')
      return created()
    })
    expect(await send(post())).toEqual({ stage: 'waiting' })
    expect(await get('outgoing:k1')).toMatchObject({ key: 'k1' })
    connected = true
    expect(await send(outgoing.value[0]!)).toMatchObject({ stage: 'done' })
    expect(keys).toEqual(['k1', 'k1'])
  })

  it('does not post again what the server already has, only what is left', async () => {
    const fetched = vi.fn(async () => created())
    vi.stubGlobal('fetch', fetched)
    const ended = await send(post({ accepted: { id: 'r9', token: 't9' } }))
    expect(ended).toMatchObject({ stage: 'done', id: 'r9' })
    expect(fetched).not.toHaveBeenCalled()
  })

  it('takes a refused post out of the queue and hands the faults back', async () => {
    vi.stubGlobal('fetch', async () => problem(422, [{ pointer: '/occurredAt', code: 'in_future' }]))
    const ended = await send(post())
    expect(ended).toMatchObject({ stage: 'refused', problem: { status: 422 } })
    expect(outgoing.value).toEqual([])
  })

  it('keeps a post that was only too early: too many requests pass', async () => {
    vi.stubGlobal('fetch', async () => problem(429))
    expect(await send(post())).toMatchObject({ stage: 'refused' })
    expect(outgoing.value).toHaveLength(1)
  })

  it('sends once when asked twice at the same time', async () => {
    const fetched = vi.fn(async () => created())
    vi.stubGlobal('fetch', fetched)
    await Promise.all([send(post()), send(post())])
    expect(fetched).toHaveBeenCalledTimes(1)
  })
})

describe('a draft', () => {
  it('comes back after a crash with its photos', async () => {
    await openDraft({ side: 'lost' })
    changeValues({ name: 'Рыжик', species: 'dog' })
    changeDraft({ photos: [{ id: 'p1', blob: new Blob(['x']), shown: true }] })
    await saveDraft()
    const id = draft.value.id
    draft.value = { ...draft.value, id: 'other', values: { ...draft.value.values, name: '' } }
    expect(await openDraft({ side: 'lost' })).toBe(true)
    expect(draft.value).toMatchObject({ id, values: { name: 'Рыжик' }, photos: [{ id: 'p1' }] })
  })

  it('has its photos kept at once, however fast the person goes on typing', async () => {
    await openDraft({ side: 'lost' })
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
    changeDraft({ photos: [{ id: 'p1', blob: new Blob(['x']), shown: true }] })
    vi.useRealTimers()
    await vi.waitFor(async () => expect(await get('draft:lost')).toMatchObject({ photos: [{ id: 'p1' }] }))
  })

  it('is kept while the person types without a pause', async () => {
    await openDraft({ side: 'lost' })
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
    for (let typed = 1; typed <= 10; typed++) {
      changeValues({ name: 'Рыжик'.slice(0, typed) })
      vi.advanceTimersByTime(100)
    }
    vi.useRealTimers()
    await vi.waitFor(async () => expect(await get('draft:lost')).toMatchObject({ values: { name: 'Рыжик' } }))
  })

  it('keeps the words when the page goes away while the device is still writing', async () => {
    await openDraft({ side: 'lost' })
    const stop = startDraftSaving()
    changeValues({ name: 'Рыжик' })
    const saving = saveDraft()
    dispatchEvent(new Event('pagehide'))
    expect(localStorage.getItem('draft-last-words:lost')).toContain('Рыжик')
    await saving
    stop()
  })

  it('is listed though the page went away before the device had written it', async () => {
    localStorage.setItem('draft-last-words:found', JSON.stringify({ id: 'x', values: {}, savedAtMs: 1 }))
    expect(await listDrafts()).toEqual([{ side: 'found' }])
  })

  it('is kept apart for a loss and for a find', async () => {
    await openDraft({ side: 'lost' })
    changeValues({ name: 'Рыжик' })
    await saveDraft()
    expect(await openDraft({ side: 'found' })).toBe(false)
    expect(draft.value.values.name).toBeUndefined()
  })

  it('is kept apart for each known animal that was seen, and never names one where none is asked for', async () => {
    await openDraft({ side: 'found' })
    changeValues({ kind: 'found', description: 'Mine' })
    await saveDraft()
    await openDraft({ side: 'found', about: 'lost-1' })
    changeValues({ description: 'Rex' })
    await saveDraft()
    expect(await listDrafts()).toEqual([{ side: 'found' }, { side: 'found', about: 'lost-1' }])
    await openDraft({ side: 'found' })
    expect(draft.value.values).toMatchObject({ kind: 'found', description: 'Mine' })
    expect(draft.value.values.aboutReportId).toBeUndefined()
    await openDraft({ side: 'found', about: 'lost-1' })
    expect(draft.value.values).toMatchObject({ description: 'Rex', aboutReportId: 'lost-1' })
  })

  it('of an earlier version is freed of the report it named by mistake', async () => {
    const values = { description: 'Mine', aboutReportId: 'lost-1', colours: [], marks: [], contact: {} }
    await set('draft:found', { id: 'd1', side: 'found', values, photos: [], offer: {}, savedAtMs: 1 })
    expect(await openDraft({ side: 'found' })).toBe(true)
    expect(draft.value.values).toMatchObject({ description: 'Mine' })
    expect(draft.value.values.aboutReportId).toBeUndefined()
  })

  it('leaves nothing behind when it is dropped or was never begun', async () => {
    await openDraft({ side: 'lost' })
    await saveDraft()
    expect(await get('draft:lost')).toBeUndefined()
    changeValues({ name: 'Рыжик' })
    await saveDraft()
    await dropDraft({ side: 'lost' })
    expect(await get('draft:lost')).toBeUndefined()
  })
})
