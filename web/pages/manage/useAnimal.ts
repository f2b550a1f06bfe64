import { useState } from 'preact/hooks'
import {
  getAnimal,
  getReport,
  getSamePictures,
  judgeDuplicate,
  judgeMatch,
  withdrawVerdict,
} from '../../client.ts'
import { useLoaded } from '../../components/useLoaded.ts'
import { t } from '../../i18n/index.ts'
import { announce } from '../../state/announce.ts'
import type { ReportFeature, Verdict } from '../../wire.ts'
import { type AnimalData, areSameSide, idsToFetch, NO_ANIMAL } from './animal-view.ts'

export type Answer = 'same' | 'different'
export type Judged = { report: ReportFeature; verdict: Answer; before: Verdict | undefined }
export type AnimalState = ReturnType<typeof useAnimal>

/** The page is whole without a report that cannot be read any more, and without the pictures. */
async function loadAnimal(id: string, token: string): Promise<AnimalData> {
  const [animal, pictures] = await Promise.all([
    getAnimal(id, token),
    getSamePictures(id, token).then(
      ({ items }) => items,
      () => [],
    ),
  ])
  const others = await Promise.all(
    idsToFetch({ animal, pictures }).map((other) => getReport(other).catch(() => undefined)),
  )
  return { animal, pictures, others: others.filter((report) => report !== undefined) }
}

/** What is known of the animal of a report, and the author's say in it; every verdict can be taken back. */
export function useAnimal(id: string, token: string | undefined) {
  const { loaded, reload } = useLoaded(`${id} ${token}`, () =>
    token ? loadAnimal(id, token) : Promise.resolve(NO_ANIMAL),
  )
  const [judged, setJudged] = useState<Judged[]>([])
  const [failure, setFailure] = useState<unknown>()
  /** How often something was taken back: what was pressed is gone then. */
  const [takenBack, setTakenBack] = useState(0)
  const put = (mine: ReportFeature, other: ReportFeature, verdict: Verdict) =>
    areSameSide(mine, other)
      ? judgeDuplicate(id, other.id, token!, verdict)
      : judgeMatch(id, other.id, token!, verdict)
  /** A match has no state without a verdict: "not sure" is the nearest to it. */
  const restore = (mine: ReportFeature, { report, before }: Omit<Judged, 'verdict'>) => {
    if (before) return put(mine, report, before)
    return areSameSide(mine, report) ? withdrawVerdict(id, report.id, token!) : put(mine, report, 'unsure')
  }
  const run = async (work: Promise<unknown>, done: () => void) => {
    setFailure(undefined)
    try {
      await work
      done()
      reload()
    } catch (error) {
      setFailure(error)
    }
  }
  return {
    ...{ loaded, reload, judged, failure, takenBack },
    judge: (mine: ReportFeature, report: ReportFeature, verdict: Answer, before?: Verdict) =>
      run(put(mine, report, verdict), () => {
        setJudged((now) => [...now.filter((one) => one.report.id !== report.id), { report, verdict, before }])
        announce(t(`animal.did.${verdict}`))
      }),
    undo: (mine: ReportFeature, one: Judged) =>
      run(restore(mine, one), () => {
        setJudged((now) => now.filter(({ report }) => report.id !== one.report.id))
        setTakenBack((now) => now + 1)
      }),
    /** Takes back what was said on an earlier visit. */
    withdraw: (mine: ReportFeature, report: ReportFeature) =>
      run(restore(mine, { report, before: undefined }), () => setTakenBack((now) => now + 1)),
  }
}
