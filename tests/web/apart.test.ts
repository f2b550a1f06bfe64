import { beforeEach, describe, expect, it } from 'vitest'
import { apartWords } from '../../web/components/apart.ts'
import { distanceWords } from '../../web/components/distance-words.ts'
import { reasonWords } from '../../web/components/reasons.ts'
import { wayWords } from '../../web/components/way.ts'
import { loadMessages } from '../../web/i18n/index.ts'
import { setLanguage } from '../../web/state/device.ts'
import { makeFeature } from './fixtures.ts'

const EAST_M = 62_800
const HOME = { lng: 37.62, lat: 55.75 }
const east = (m: number) => ({ lng: HOME.lng + m / EAST_M, lat: HOME.lat })
const at = (m: number, publicRadiusM = 0) => {
  const report = makeFeature({ publicRadiusM })
  report.geometry.coordinates = [east(m).lng, east(m).lat]
  return report
}
/** As their author sees them: the true place beside the area that others see. */
const own = (m: number, publicRadiusM: number) => {
  const report = at(m + 400, publicRadiusM)
  report.properties.location = east(m)
  return report
}

beforeEach(async () => {
  setLanguage('en')
  await loadMessages('report', 'posting', 'animal')
})

describe('how far apart two reports are', () => {
  it('is a figure where both places are known, and where their areas are small beside it', () => {
    expect(apartWords('reason.distance', at(0), at(260))).toBe('300\u00a0m apart')
    expect(apartWords('reason.distance', at(0, 530), at(3000, 530))).toBe('3\u00a0km apart')
  })

  it('is a bound where they could as well be at one point', () => {
    expect(apartWords('reason.distance', at(0, 530), at(100, 530))).toBe(
      'Within about 1\u00a0km of each other',
    )
    expect(apartWords('animal.away', at(0), at(260, 530))).toBe('within about 800\u00a0m of yours')
  })

  it('leaves out one’s own area, since its author knows the place', () => {
    expect(apartWords('animal.away', own(0, 530), at(600))).toBe('600\u00a0m from yours')
    expect(apartWords('animal.away', own(0, 530), at(600, 530))).toBe('600\u00a0m from yours')
    expect(apartWords('animal.away', at(0, 530), at(600, 530))).toBe('within about 1.5\u00a0km of yours')
  })

  it('is said so among the reasons of a match and with a side too', () => {
    const pet = { species: 'dog', colours: [] } as const
    const reason = { factor: 'distance', multiplier: 12.4, distanceM: 100 } as const
    expect(reasonWords(reason, pet, 1060)).toBe('Within about 1\u00a0km of each other')
    expect(wayWords(HOME, east(260))).toBe('300\u00a0m to the east')
    expect(wayWords(HOME, east(260), 530)).toBe('within about 800\u00a0m')
  })

  it('is said on a card without a claim to know a place that is shown as an area', () => {
    expect(distanceWords('card.away', 90, 0)).toBe('100\u00a0m\u00a0away')
    expect(distanceWords('card.away', 90, 530)).toBe('within\u00a0600\u00a0m')
  })

  it('is said naturally in Russian', async () => {
    setLanguage('ru')
    await loadMessages('report', 'posting', 'animal')
    const pair = [at(0, 530), at(100, 530)] as const
    expect(apartWords('reason.distance', ...pair)).toBe('В пределах 1\u00a0км друг от друга')
    expect(apartWords('sightings.from', ...pair)).toBe('в пределах 1\u00a0км от места пропажи')
    expect(apartWords('animal.awayThere', ...pair)).toBe('в пределах 1\u00a0км отсюда')
  })
})
