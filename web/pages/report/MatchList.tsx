import { getMatches } from '../../client.ts'
import { ErrorNote } from '../../components/ErrorNote.tsx'
import { KindBadge } from '../../components/KindBadge.tsx'
import { petTitle } from '../../components/kinds.ts'
import { NoneOfThese } from '../../components/NoneOfThese.tsx'
import { Picture } from '../../components/Picture.tsx'
import { percent } from '../../components/percent.ts'
import { Reasons } from '../../components/Reasons.tsx'
import { withoutSightings } from '../../components/sightings.ts'
import { useLoaded } from '../../components/useLoaded.ts'
import { agoAndWhere } from '../../components/where.ts'
import { t } from '../../i18n/index.ts'
import { picturesShown } from '../../state/device.ts'
import type { Match, ReportFeature } from '../../wire.ts'
import styles from './MatchList.module.css'

type CardProps = { mine: ReportFeature; match: Match; calibrated: boolean }

function MatchCard({ mine, match, calibrated }: CardProps) {
  const { report, band, probability, reasons } = match
  const pet = report.properties
  return (
    <article class={styles['match']} data-band={band}>
      <div class={styles['picture']} data-picture>
        <Picture report={report} />
      </div>
      <div class={styles['words']}>
        <p class={styles['band']}>
          {t(`band.${band}`)}
          {calibrated && band !== 'chip' && (
            <span>{t('matches.percent', { percent: percent(probability) })}</span>
          )}
        </p>
        <p class="row">
          <KindBadge kind={pet.kind} species={pet.species} sex={pet.sex} />
          <span class="hint">{agoAndWhere(pet)}</span>
        </p>
        <h3>
          <a href={`/reports/${report.id}`}>{petTitle(pet)}</a>
        </h3>
        <Reasons reasons={reasons} pet={pet} mine={mine.properties} />
      </div>
    </article>
  )
}

/** Nobody is sent to photos that are not shown. */
const leadWords = () => t(picturesShown.value ? 'matches.lead' : 'matches.lead.withoutPictures')

/** Reports that may be of the same animal, with the reasons; the unlikely ones on demand. */
export function MatchList({ report }: { report: ReportFeature }) {
  const { id } = report
  const { loaded, reload } = useLoaded(id, () => getMatches(id))
  if (loaded.state === 'loading') return null
  const head = <h2 id="matches-title">{t('matches.title')}</h2>
  if (loaded.state === 'failed') {
    return (
      <section class={styles['matches']} aria-labelledby="matches-title">
        {head}
        <ErrorNote error={loaded.error} retry={reload} />
      </section>
    )
  }
  // Sightings of it stand beside its map.
  const { items, noneOfThese, calibrated } = withoutSightings(id, loaded.value)
  const likely = items.filter(({ band }) => band !== 'unlikely')
  const unlikely = items.filter(({ band }) => band === 'unlikely')
  const cards = (list: Match[]) => (
    <div class={styles['cards']}>
      {list.map((match) => (
        <MatchCard key={match.report.id} mine={report} match={match} calibrated={calibrated} />
      ))}
    </div>
  )
  return (
    <section class={styles['matches']} aria-labelledby="matches-title">
      {head}
      <p class="hint">{likely.length > 0 ? leadWords() : t('matches.none')}</p>
      {cards(likely)}
      <NoneOfThese shown={likely} noneOfThese={noneOfThese} calibrated={calibrated} />
      {unlikely.length > 0 && (
        <details>
          <summary class={styles['more']}>{t('matches.more')}</summary>
          {cards(unlikely)}
        </details>
      )}
    </section>
  )
}
