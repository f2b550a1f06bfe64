import { useState } from 'preact/hooks'
import { judgeMatch } from '../../client.ts'
import { t } from '../../i18n/index.ts'
import { announce } from '../../state/announce.ts'
import type { ReportFeature, Verdict } from '../../wire.ts'
import type { Verdicts } from './animal-view.ts'

type Said = { verdict: Verdict; turns: number }
export type SightingVerdicts = ReturnType<typeof useSightingVerdicts>

/** What the author says of sightings of their report; `known` is from before, `onChange` hears of each new word. */
export function useSightingVerdicts(id: string, token: string, known: Verdicts, onChange: () => void) {
  const [said, setSaid] = useState<ReadonlyMap<string, Said>>(new Map())
  const [failure, setFailure] = useState<{ sightingId: string; error: unknown }>()
  const verdictOf = (sighting: ReportFeature) => said.get(sighting.id)?.verdict ?? known.get(sighting.id)
  const say = async (sighting: ReportFeature, verdict: Verdict) => {
    setFailure(undefined)
    try {
      await judgeMatch(id, sighting.id, token, verdict)
      const turns = (said.get(sighting.id)?.turns ?? 0) + 1
      setSaid((now) => new Map(now).set(sighting.id, { verdict, turns }))
      onChange()
      return true
    } catch (error) {
      setFailure({ sightingId: sighting.id, error })
      return false
    }
  }
  return {
    verdictOf,
    /** Said on this visit, and not taken back. */
    saidNow: (sighting: ReportFeature): 'same' | 'different' | undefined => {
      const verdict = said.get(sighting.id)?.verdict
      return verdict === 'unsure' ? undefined : verdict
    },
    turnsOf: (sighting: ReportFeature) => said.get(sighting.id)?.turns ?? 0,
    failureOf: (sighting: ReportFeature) => (failure?.sightingId === sighting.id ? failure.error : undefined),
    judge: async (sighting: ReportFeature, verdict: 'same' | 'different') => {
      if (await say(sighting, verdict)) announce(t(`animal.did.${verdict}`))
    },
    /** "Not sure" is the nearest to no verdict; of a sighting that names the report it takes nothing. */
    undo: async (sighting: ReportFeature) => {
      if (await say(sighting, 'unsure')) announce(t('sightings.undone'))
    },
  }
}
