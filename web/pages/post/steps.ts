import { computed } from '@preact/signals'
import type { Step } from '../../posting/check.ts'
import type { Side } from '../../posting/draft.ts'
import { currentSearch, navigate } from '../../state/location.ts'

/** The order of the wizard; the finder first says what happened. */
export const STEPS: Record<Side, readonly Step[]> = {
  lost: ['photo', 'pet', 'place', 'contact', 'review'],
  found: ['kind', 'photo', 'pet', 'place', 'contact', 'review'],
}

const asked = computed(() => new URLSearchParams(currentSearch.value).get('step'))

/** The step in the address, so that "back" goes one step back; the first one where none is named. */
export function currentStep(side: Side): Step {
  return STEPS[side].find((step) => step === asked.value) ?? STEPS[side][0]!
}

export function goToStep(side: Side, step: Step, { replace = false } = {}) {
  navigate(`/post/${side}?step=${step}`, { replace })
  scrollTo(0, 0)
}

/** Whoever saw a known animal begins at the place: the rest is taken over from the report. */
const pathOf = (side: Side, aboutReportId: string | undefined) =>
  aboutReportId ? STEPS[side].slice(STEPS[side].indexOf('place')) : STEPS[side]

export const isEntry = (side: Side, step: Step, aboutReportId: string | undefined) =>
  pathOf(side, aboutReportId)[0] === step

/** Which step of how many; one beside the short way, gone back to, is counted on the long one. */
export function countSteps(side: Side, step: Step, aboutReportId: string | undefined) {
  const short = pathOf(side, aboutReportId)
  const path = short.includes(step) ? short : STEPS[side]
  return { n: path.indexOf(step) + 1, of: path.length }
}

export function neighbourStep(side: Side, step: Step, by: 1 | -1): Step | undefined {
  return STEPS[side][STEPS[side].indexOf(step) + by]
}
