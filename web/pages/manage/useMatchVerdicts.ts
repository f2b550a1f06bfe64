import { useState } from 'preact/hooks'
import { judgeMatch } from '../../client.ts'
import { t } from '../../i18n/index.ts'
import { announce } from '../../state/announce.ts'
import type { Match, Verdict } from '../../wire.ts'

type Said = { verdict: Verdict | undefined; turns: number }
export type MatchVerdicts = ReturnType<typeof useMatchVerdicts>

/** What the author says of matches on this visit; each verdict can be taken back. */
export function useMatchVerdicts(id: string, token: string) {
  const [said, setSaid] = useState<ReadonlyMap<string, Said>>(new Map())
  const [failure, setFailure] = useState<unknown>()
  const put = async ({ report }: Match, verdict: Verdict, shown: Verdict | undefined) => {
    setFailure(undefined)
    try {
      await judgeMatch(id, report.id, token, verdict)
      const turns = (said.get(report.id)?.turns ?? 0) + 1
      setSaid((now) => new Map(now).set(report.id, { verdict: shown, turns }))
      return true
    } catch (error) {
      setFailure(error)
      return false
    }
  }
  return {
    failure,
    /** Said on this visit, and not taken back. */
    saidNow: ({ report }: Match) => said.get(report.id)?.verdict,
    turnsOf: ({ report }: Match) => said.get(report.id)?.turns ?? 0,
    /** Whether the author still owes a word. */
    isOpen: ({ report, state }: Match) => state === 'new' && !said.has(report.id),
    judge: async (match: Match, verdict: Verdict) => {
      if (await put(match, verdict, verdict)) announce(t(`judge.did.${verdict}`))
    },
    /** A fresh match has no verdict to go back to; "not sure" keeps it in the list. */
    undo: (match: Match) => put(match, match.state === 'new' ? 'unsure' : match.state, undefined),
  }
}
