import type { SearchAdvice } from '../../../api/domain/search-words.ts'
import type { Kind } from '../../../api/domain/vocabulary.ts'

/** Who keeps or saw an animal is told what to do as well; there is nothing to do for the dead. */
export const hasPlan = (kind: Kind) => kind === 'lost' || kind === 'found' || kind === 'sighting'

export const PLAN_TIMES = ['now', 'tonight', 'week'] as const
export type PlanTime = (typeof PLAN_TIMES)[number]

const TONIGHT: readonly SearchAdvice[] = [
  'night_torch',
  'play_calls',
  'cage_outside',
  'dawn_and_dusk',
  'carrier_open',
]
const WEEK: readonly SearchAdvice[] = [
  'posters_at_crossroads',
  'feeding_station',
  'call_shelters_and_clinics',
  'visit_shelters',
  'widen_posters',
  'call_farms',
  'follow_its_routes',
  'do_not_give_up',
]

/** Sorts what the server advises (most urgent first) by when it is done; the order within stays. */
export function planOf(advice: readonly SearchAdvice[]): Record<PlanTime, SearchAdvice[]> {
  const time = (code: SearchAdvice): PlanTime =>
    TONIGHT.includes(code) ? 'tonight' : WEEK.includes(code) ? 'week' : 'now'
  return {
    now: advice.filter((code) => time(code) === 'now'),
    tonight: advice.filter((code) => time(code) === 'tonight'),
    week: advice.filter((code) => time(code) === 'week'),
  }
}
