import { beforeEach, describe, expect, it } from 'vitest'
import { KIND_SHAPES } from '../../../api/domain/kind-signs.ts'
import { loadMessages, t } from '../../../web/i18n/index.ts'
import { groupReports, type MapReport, type StackItem } from '../../../web/map/items.ts'
import { ReportMarker, StepMarker } from '../../../web/map/Markers.tsx'
import { StackList } from '../../../web/map/StackList.tsx'
import { toMapReport } from '../../../web/map/useSelectedReport.ts'
import { setLanguage } from '../../../web/state/device.ts'
import { makeFeature } from '../fixtures.ts'
import { show } from '../render.tsx'

const PET = { kind: 'lost', species: 'dog', sex: 'male', name: 'Туман' } as const

const ofTile = groupReports([
  {
    geometry: { type: 'Point', coordinates: [37, 55] },
    properties: { ...PET, id: 'a', occurredAt: 0, approximate: false, radiusM: 0, spot: 's' },
  },
])[0] as MapReport

beforeEach(async () => {
  setLanguage('ru')
  await loadMessages('map')
})

describe('a report on the map', () => {
  it.each([
    ['read from a tile', ofTile],
    ['read as a report', toMapReport(makeFeature(PET))],
  ])('goes by the words of its card, %s', async (_, item) => {
    const root = await show(<ReportMarker item={item} close pointing={false} />)
    expect(root.querySelector('[role=img]')?.getAttribute('aria-label')).toBe('Пропал: Туман, пёс')
  })

  it('is home where the search is over, and no longer said or shown to be lost', async () => {
    const root = await show(
      <ReportMarker item={toMapReport(makeFeature({ ...PET, status: 'reunited' }))} close pointing={false} />,
    )
    const marker = root.querySelector<HTMLElement>('[role=img]')!
    expect(marker.getAttribute('aria-label')).toBe(t('map.home', { title: 'Туман, пёс' }))
    expect(marker.style.getPropertyValue('--_kind')).not.toContain('lost')
    expect(marker.querySelector('path')?.getAttribute('d')).not.toBe(KIND_SHAPES.lost)
  })

  it('is told from others at its point by its colours and by when it was', async () => {
    const { name: _, ...unnamed } = PET
    const occurredAt = new Date(Date.now() - 3.5 * 3_600_000).toISOString()
    const item = toMapReport(makeFeature({ ...unnamed, sex: 'female', colours: ['black'], occurredAt }))
    const stack: StackItem = { type: 'stack', key: 's 1', lng: 37, lat: 55, reports: [item] }
    const root = await show(<StackList stack={stack} choose={() => {}} close={() => {}} />)
    expect(root.querySelector('li')?.textContent).toBe('Пропала: собака, чёрная3\u00a0часа назад')
  })

  it('does so in the list of those at one point', async () => {
    const stack: StackItem = { type: 'stack', key: 's 1', lng: 37, lat: 55, reports: [ofTile] }
    const root = await show(<StackList stack={stack} choose={() => {}} close={() => {}} />)
    expect(root.querySelector('li')?.textContent).toContain('Пропал: Туман, пёс')
  })
})

describe('a place of the track', () => {
  it.each([
    ['ru', '1, 2, 4. 23\u00a0ноября'],
    ['en', '1, 2, 4. 23\u00a0November'],
  ] as const)('is called in %s by what is written on it, and when it was', async (language, words) => {
    setLanguage(language)
    await loadMessages('map')
    const root = await show(<StepMarker numbers={[1, 2, 4]} id="a" occurredAt="2020-11-23T12:00:00Z" last />)
    const place = root.querySelector('a')!
    expect(place.getAttribute('aria-label')).toContain(words)
    expect(place.textContent).toBe('1, 2, 4')
  })
})
