import { useRef, useState } from 'preact/hooks'
import { setOut, turnBack } from '../../client.ts'
import { t } from '../../i18n/index.ts'
import { newId } from '../../posting/new-id.ts'
import { ProblemError } from '../../request.ts'
import { announce } from '../../state/announce.ts'
import { nowMs } from '../../state/clock.ts'
import type { Walkers } from '../../wire.ts'
import { countOthers } from './count-others.ts'
import { keepOwnWalk, type OwnWalk, readOwnWalk } from './own-walk.ts'

export type WalkProps = {
  reportId: string
  sightingId: string
  walkers: Walkers | undefined
  /** The author's: takes back what was said as the owner. */
  manageToken: string | undefined
  asOwner: boolean
  /** Hears of this device's way once it is known to the others, and of its end. */
  onChange: (walk: OwnWalk | undefined) => void
}

/** What ended meanwhile needs no taking back. */
async function takeBack(...way: Parameters<typeof turnBack>): Promise<void> {
  try {
    await turnBack(...way)
  } catch (error) {
    if (!(error instanceof ProblemError && error.problem.status === 404)) throw error
  }
}

/** One person's way to one sighting: whether they are on it, and how to say so and to take it back. */
export function useWalk({ reportId, sightingId, walkers, manageToken, asOwner, onChange }: WalkProps) {
  // Kept here too: where the device stores nothing, it lasts as long as the page.
  const [kept, setKept] = useState(() => readOwnWalk(sightingId, nowMs.value))
  const [failure, setFailure] = useState<{ of: 'setOut' | 'turnBack'; error: unknown }>()
  const [turns, setTurns] = useState(0)
  const busy = useRef(false)
  /** One a way, so that a repeat after a lost answer is no second person. */
  const key = useRef<string>(undefined)

  const walk = kept && Date.parse(kept.until) > nowMs.value ? kept : undefined
  const isOwner = manageToken !== undefined && walkers?.owner === true

  const keep = (next: typeof kept) => {
    keepOwnWalk(sightingId, next)
    setKept(next)
    setTurns((now) => now + 1)
    announce(t(next ? 'way.did.setOut' : 'way.did.turnBack'))
    onChange(next)
  }
  const run = async (of: 'setOut' | 'turnBack', work: () => Promise<void>) => {
    if (busy.current) return
    busy.current = true
    setFailure(undefined)
    try {
      await work()
    } catch (error) {
      setFailure({ of, error })
    } finally {
      busy.current = false
    }
  }
  return {
    ...{ walk, failure, turns },
    isOnWay: walk !== undefined || isOwner,
    others: countOthers(walkers, walk, isOwner),
    ownerAmongOthers: walkers?.owner === true && !isOwner,
    setOut: () =>
      run('setOut', async () => {
        key.current ??= newId()
        keep(await setOut(reportId, sightingId, key.current, asOwner ? manageToken : undefined))
        key.current = undefined
      }),
    turnBack: () =>
      run('turnBack', async () => {
        const token = walk?.token ?? manageToken
        if (token) await takeBack(reportId, sightingId, token)
        keep(undefined)
      }),
  }
}
