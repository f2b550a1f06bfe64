import { computed } from '@preact/signals'
import type { Step } from '../../posting/check.ts'
import type { Side, Slot } from '../../posting/draft.ts'
import { currentSearch, navigate } from '../../state/location.ts'

/** The order of the wizard; the finder first says what happened. */
export const STEPS: Record<Side, readonly Step[]> = {
  lost: ['photo', 'pet', 'place', 'contact', 'review'],
  found: ['kind', 'photo', 'pet', 'place', 'contact', 'review'],
}

const asked = computed(() => new URLSearchParams(currentSearch.value).get('step'))

/** Whoever saw a known animal begins at the place: the rest is taken over from the report. */
const pathOf = ({ side, about }: Slot) =>
  about ? STEPS[side].slice(STEPS[side].indexOf('place')) : STEPS[side]

export const firstStep = (slot: Slot): Step => pathOf(slot)[0]!

/** The step in the address, so that "back" goes one step back; the first one where none is named. */
export function currentStep(slot: Slot): Step {
  return STEPS[slot.side].find((step) => step === asked.value) ?? firstStep(slot)
}

/** How many entries of the history lie between the wizard's first one and this. */
const stepsTaken = (): number => history.state?.steps ?? 0

export function goToStep({ side, about }: Slot, step: Step, { replace = false } = {}) {
  const search = new URLSearchParams({ ...(about ? { about } : {}), step })
  navigate(`/post/${side}?${search}`, { replace, state: { steps: stepsTaken() + (replace ? 0 : 1) } })
  scrollTo(0, 0)
}

/** Where the wizard's own way back leads from its first step. */
export const exitOf = ({ about }: Slot) => (about ? `/reports/${about}` : '/')

/** Ends the wizard: "back" from `url` leads to its exit, as its steps would open an empty form. */
export async function leaveFor(url: string, slot: Slot) {
  const steps = stepsTaken()
  if (steps > 0) {
    await new Promise((resolve) => {
      addEventListener('popstate', resolve, { once: true })
      history.go(-steps)
    })
  }
  history.replaceState(null, '', exitOf(slot))
  navigate(url)
}

/** Which step of how many; one beside the short way, gone back to, is counted on the long one. */
export function countSteps(slot: Slot, step: Step) {
  const short = pathOf(slot)
  const path = short.includes(step) ? short : STEPS[slot.side]
  return { n: path.indexOf(step) + 1, of: path.length }
}

export function neighbourStep(side: Side, step: Step, by: 1 | -1): Step | undefined {
  return STEPS[side][STEPS[side].indexOf(step) + by]
}
