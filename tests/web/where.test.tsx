import { beforeEach, describe, expect, it, vi } from 'vitest'
import { ReportCard } from '../../web/components/ReportCard.tsx'
import { ReportRow } from '../../web/components/ReportRow.tsx'
import { loadMessages } from '../../web/i18n/index.ts'
import { PlaceSection } from '../../web/pages/report/PlaceSection.tsx'
import { setLanguage } from '../../web/state/device.ts'
import { json, makeFeature } from './fixtures.ts'
import { settle, show } from './render.tsx'

const nearestPlace = {
  ru: { name: 'Химки', area: 'Московская область' },
  en: { name: 'Khimki', area: 'Moscow Oblast' },
}
const report = makeFeature({ kind: 'found', nearestPlace })
const nowhere = makeFeature({ kind: 'found' })

let asked: string[] = []
beforeEach(async () => {
  asked = []
  vi.stubGlobal(
    'IntersectionObserver',
    class {
      observe() {}
      disconnect() {}
    },
  )
  vi.stubGlobal('fetch', async (path: string) => {
    asked.push(path)
    return json({ features: [], links: {} })
  })
  setLanguage('en')
  await loadMessages('traits', 'report')
  return () => vi.unstubAllGlobals()
})

describe('where a report is, in words', () => {
  it('stands beside how long ago, in the language of the moment', async () => {
    const root = await show(<ReportCard report={report} />)
    expect(root.textContent).toMatch(/ago\s· Khimki$/)
    setLanguage('ru')
    await settle()
    expect(root.textContent).toMatch(/назад\s· Химки$/)
  })

  it('comes before what a row adds', async () => {
    const root = await show(<ReportRow report={report} hint="2 km away" />)
    expect(root.textContent).toMatch(/ago\s· Khimki\s· 2 km away$/)
  })

  it('leaves no mark where no place is near', async () => {
    const root = await show(<ReportCard report={nowhere} />)
    expect(root.textContent).toMatch(/ago$/)
  })

  it('is said with its region on the report’s page, and asked of nobody', async () => {
    const root = await show(<PlaceSection report={report} />)
    expect(root.textContent).toContain('Near Khimki, Moscow Oblast')
    expect(asked).toEqual([])
  })
})
