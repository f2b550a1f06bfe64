import { beforeEach, describe, expect, it } from 'vitest'
import { loadMessages } from '../../../web/i18n/index.ts'
import { groupReports, type MapReport, type StackItem } from '../../../web/map/items.ts'
import { ReportMarker } from '../../../web/map/Markers.tsx'
import { StackList } from '../../../web/map/StackList.tsx'
import { toMapReport } from '../../../web/map/useSelectedReport.ts'
import { setLanguage } from '../../../web/state/device.ts'
import { makeFeature } from '../fixtures.ts'
import { show } from '../render.tsx'

const PET = { kind: 'lost', species: 'dog', sex: 'male', name: 'Туман' } as const

const ofTile = groupReports([
  {
    geometry: { type: 'Point', coordinates: [37, 55] },
    properties: { ...PET, id: 'a', approximate: false, radiusM: 0, spot: 's' },
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

  it('does so in the list of those at one point', async () => {
    const stack: StackItem = { type: 'stack', key: 's 1', lng: 37, lat: 55, reports: [ofTile] }
    const root = await show(<StackList stack={stack} choose={() => {}} close={() => {}} />)
    expect(root.querySelector('li')?.textContent).toContain('Пропал: Туман, пёс')
  })
})
