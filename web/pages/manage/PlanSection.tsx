import { useState } from 'preact/hooks'
import { ACCESSES, type Access } from '../../../api/domain/search-words.ts'
import { getSearchArea } from '../../client.ts'
import { ErrorNote } from '../../components/ErrorNote.tsx'
import { useLoaded } from '../../components/useLoaded.ts'
import { calendarDays, fullHours } from '../../i18n/dates.ts'
import { t } from '../../i18n/index.ts'
import { ReportMapSlot } from '../../map/ReportMapSlot.tsx'
import { nowMs } from '../../state/clock.ts'
import { readStored, writeStored } from '../../state/device.ts'
import type { ReportFeature } from '../../wire.ts'
import { PillChoice } from '../post/fields/PillChoice.tsx'
import type { Verdicts } from './animal-view.ts'
import { LookFirst } from './LookFirst.tsx'
import styles from './PlanSection.module.css'
import { PLAN_TIMES, planOf } from './plan.ts'
import { Searched } from './Searched.tsx'
import { SearchRings } from './SearchRings.tsx'

/** What is done, kept on this device. */
function useDone(id: string) {
  const key = `plan:${id}`
  const [done, setDone] = useState(() => new Set((readStored(key) ?? '').split(',')))
  const toggle = (code: string) => {
    const next = new Set(done)
    if (!next.delete(code)) next.add(code)
    setDone(next)
    writeStored(key, [...next].filter(Boolean).join(','))
  }
  return { done, toggle }
}

/** Counts as "3 days ago" at the head of the page does. */
function since(occurredAt: string): string {
  const hours = fullHours(occurredAt, nowMs.value)
  if (hours < 1) return t('plan.fresh')
  if (hours < 48) return t('plan.hours', { n: hours })
  return t('plan.days', { n: calendarDays(occurredAt, nowMs.value) })
}

type Props = {
  report: ReportFeature
  token: string
  verdicts: Verdicts
  others: readonly ReportFeature[]
}

/** A plan instead of a record: what to do and when, and where to look, by species and by the time gone. */
export function PlanSection({ report, token, verdicts, others }: Props) {
  const pet = report.properties
  const [access, setAccess] = useState<Access>()
  // What the author says of a sighting moves the area.
  const { loaded, reload } = useLoaded(`${pet.updatedAt} ${access} ${JSON.stringify([...verdicts])}`, () =>
    getSearchArea(pet.id, token, access),
  )
  const { done, toggle } = useDone(pet.id)
  if (loaded.state === 'loading') return <p class="hint">{t('app.loading')}</p>
  if (loaded.state === 'failed') return <ErrorNote error={loaded.error} retry={reload} />
  const area = loaded.value
  const plan = planOf(area.advice)
  const lost = pet.kind === 'lost'
  return (
    <>
      {lost && <p>{since(pet.occurredAt)}</p>}
      {lost && pet.species === 'cat' && (
        <PillChoice
          name="access"
          legend={t('plan.access')}
          options={ACCESSES}
          value={access ?? area.access}
          label={(option) => t(`access.${option}`)}
          onChange={setAccess}
        />
      )}
      <div class={styles['times']}>
        {PLAN_TIMES.filter((time) => plan[time].length > 0).map((time) => (
          <section key={time} class="panel" aria-labelledby={`plan-${time}`}>
            <h3 id={`plan-${time}`}>{t(`plan.${time}`)}</h3>
            <ul class={styles['steps']}>
              {plan[time].map((code) => (
                <li key={code}>
                  <label class={`check ${styles['step']}`}>
                    <input type="checkbox" checked={done.has(code)} onChange={() => toggle(code)} />
                    <span>{t(`advice.${code}`)}</span>
                  </label>
                </li>
              ))}
            </ul>
          </section>
        ))}
      </div>
      {lost && (
        <>
          <section class={`panel ${styles['where']}`} aria-labelledby="where-title">
            <h3 id="where-title">{t('plan.where')}</h3>
            <LookFirst report={report} area={area} others={others} />
            <ReportMapSlot report={report} searchArea={area} />
            <SearchRings area={area} />
          </section>
          <Searched report={report} token={token} area={area} onChange={reload} />
        </>
      )}
    </>
  )
}
