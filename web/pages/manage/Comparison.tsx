import { Check, TriangleAlert } from 'lucide-preact'
import { useState } from 'preact/hooks'
import { apartWords } from '../../components/apart.ts'
import { distanceWords, slackOf } from '../../components/distance-words.ts'
import { KindBadge } from '../../components/KindBadge.tsx'
import { petTitle } from '../../components/kinds.ts'
import { LongText } from '../../components/LongText.tsx'
import { FACT_KEYS, type FactKey, factWords } from '../../components/PetFacts.tsx'
import { Picture } from '../../components/Picture.tsx'
import { Reasons } from '../../components/Reasons.tsx'
import { placeName } from '../../components/where.ts'
import { formatWhen } from '../../i18n/dates.ts'
import { t } from '../../i18n/index.ts'
import { ReportMapSlot } from '../../map/ReportMapSlot.tsx'
import { nowMs } from '../../state/clock.ts'
import type { Match, ReportFeature } from '../../wire.ts'
import styles from './Comparison.module.css'

/** Written in people's own words: "blue" and "a blue collar" are no disagreement. */
const OWN_WORDS: readonly FactKey[] = ['breed', 'collar', 'marks']

function signOf({ key, mine, theirs }: { key: FactKey; mine: string; theirs: string }) {
  if (!mine || !theirs) return
  if (mine === theirs) return 'same'
  return OWN_WORDS.includes(key) ? undefined : 'different'
}

/** What the other side says, beside one's own words; and what it leaves out, which compares with nothing. */
function compareFacts(mine: ReportFeature, theirs: ReportFeature) {
  const known = FACT_KEYS.filter((key) => key !== 'chipped')
    .map((key) => ({ key, mine: factWords(key, mine.properties), theirs: factWords(key, theirs.properties) }))
    .filter((row) => row.mine || row.theirs)
  return {
    rows: known.filter((row) => row.theirs).map((row) => ({ ...row, sign: signOf(row) })),
    notSaid: known.filter((row) => !row.theirs).map(({ key }) => t(`trait.${key}`).toLocaleLowerCase()),
  }
}

function Side({ report, label, href }: { report: ReportFeature; label: string; href?: string }) {
  const pet = report.properties
  const place = placeName(pet)
  return (
    <figure class={styles['side']}>
      <div class={styles['picture']} data-picture>
        <Picture report={report} />
      </div>
      <figcaption>
        <span class="hint">{label}</span>
        <strong>{href ? <a href={href}>{petTitle(pet)}</a> : petTitle(pet)}</strong>
        <KindBadge kind={pet.kind} species={pet.species} sex={pet.sex} />
        <span class="hint">{formatWhen(pet.occurredAt, nowMs.value)}</span>
        {place && <span class="hint">{place}</span>}
      </figcaption>
    </figure>
  )
}

/** Both places on one map, whose code comes only when it is asked for. */
function Places({ mine, theirs }: { mine: ReportFeature; theirs: ReportFeature }) {
  const [open, setOpen] = useState(false)
  return (
    <details onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary class={styles['why']}>{t('judge.map')}</summary>
      {open && <ReportMapSlot report={mine} other={theirs} />}
    </details>
  )
}

/** Photo against photo, sign against sign, and the reasons the service gives. */
export function Comparison({ mine, match }: { mine: ReportFeature; match: Match }) {
  const { report: theirs, reasons } = match
  const told = reasons.find(({ factor }) => factor === 'distance')?.distanceM
  const slackM = slackOf(mine.properties) + slackOf(theirs.properties)
  const apart =
    told === undefined
      ? apartWords('reason.distance', mine, theirs)
      : distanceWords('reason.distance', told, slackM)
  const { rows, notSaid } = compareFacts(mine, theirs)
  return (
    <div class={styles['comparison']}>
      <div class={styles['sides']}>
        <Side report={mine} label={t('judge.yours')} />
        <Side report={theirs} label={t('judge.theirs')} href={`/reports/${theirs.id}`} />
      </div>
      <div class={styles['signs']}>
        {rows.length > 0 && (
          <table class={styles['facts']}>
            <thead>
              <tr>
                <th scope="col">
                  <span class="unseen">{t('report.facts')}</span>
                </th>
                <th scope="col">{t('judge.yours')}</th>
                <th scope="col">{t('judge.theirs')}</th>
              </tr>
            </thead>
            <tbody>
              {rows.map((row) => (
                <tr key={row.key}>
                  <th scope="row">
                    {t(`trait.${row.key}`)}
                    {row.sign === 'same' && <Check size={16} aria-hidden="true" />}
                    {row.sign === 'different' && <TriangleAlert size={16} aria-hidden="true" />}
                  </th>
                  <td data-side={t('judge.yours')}>
                    {row.mine || <span class="hint">{t('judge.unknown')}</span>}
                  </td>
                  <td data-side={t('judge.theirs')}>{row.theirs}</td>
                </tr>
              ))}
            </tbody>
          </table>
        )}
        {notSaid.length > 0 && <p class="hint">{t('judge.notSaid', { list: notSaid.join('; ') })}</p>}
        {theirs.properties.description && (
          <blockquote class={styles['words']}>
            <LongText text={theirs.properties.description} language={theirs.properties.language} />
          </blockquote>
        )}
      </div>
      <Places mine={mine} theirs={theirs} />
      <details>
        <summary class={styles['why']}>
          {t('matches.why')} · {apart}
        </summary>
        <Reasons reasons={reasons} pet={theirs.properties} mine={mine.properties} />
      </details>
    </div>
  )
}
