import { formatAgo } from '../i18n/dates.ts'
import { coded, t } from '../i18n/index.ts'
import { nowMs } from '../state/clock.ts'
import { hoveredId, selectedId } from '../state/search.ts'
import type { ReportFeature } from '../wire.ts'
import { breedOf } from './breeds.ts'
import { coatWords } from './colours.ts'
import { distanceWords, slackOf } from './distance-words.ts'
import { FACT_DOT, joinFacts } from './join-facts.ts'
import { KindBadge } from './KindBadge.tsx'
import { petTitle, sexGender } from './kinds.ts'
import { Picture } from './Picture.tsx'
import styles from './ReportCard.module.css'
import { placeName } from './where.ts'

/** The line of facts under the name: sex, colours, breed, whatever is known; the longest last, as it may be cut off. */
export function traitLine(pet: ReportFeature['properties']): string {
  const gender = sexGender(pet.species, pet.sex)
  return joinFacts([pet.sex ? coded('sex', pet.sex) : '', coatWords(pet, gender), breedOf(pet)])
}

export function ReportCard({ report, eager = false }: { report: ReportFeature; eager?: boolean }) {
  const pet = report.properties
  const home = pet.status === 'reunited'
  const place = placeName(pet)
  return (
    <article
      class={styles['card']}
      data-active={hoveredId.value === report.id || selectedId.value === report.id}
      data-report={report.id}
      onPointerEnter={() => {
        hoveredId.value = report.id
      }}
      onPointerLeave={() => {
        hoveredId.value = undefined
      }}
    >
      <div class={styles['picture']} data-picture>
        <Picture report={report} eager={eager} />
      </div>
      <div class={styles['words']}>
        <div class={styles['badges']}>
          <KindBadge kind={pet.kind} species={pet.species} sex={pet.sex} />
          {home && <span class={styles['home']}>{t('card.home')}</span>}
          {pet.demo && <span class={styles['demo']}>{t('card.demo')}</span>}
        </div>
        <h3 class={styles['title']}>
          <a href={`/reports/${report.id}`}>{petTitle(pet)}</a>
        </h3>
        <p class={styles['traits']}>{traitLine(pet)}</p>
        <p class={styles['when']}>
          <time dateTime={pet.occurredAt}>{formatAgo(pet.occurredAt, nowMs.value)}</time>
          {place && (
            <>
              <span aria-hidden="true">{FACT_DOT}</span>
              <span>{place}</span>
            </>
          )}
          {pet.distanceM !== undefined && (
            <>
              <span aria-hidden="true">{FACT_DOT}</span>
              <span>{distanceWords('card.away', pet.distanceM, slackOf(pet))}</span>
            </>
          )}
        </p>
      </div>
    </article>
  )
}

/** The same box without words, while the list loads. */
export function CardSkeleton() {
  return (
    <div class={styles['card']} data-skeleton aria-hidden="true">
      <div class={styles['picture']} data-picture />
      <div class={styles['words']}>
        <span class={styles['bone']} style={{ inlineSize: '5.5rem' }} />
        <span class={styles['bone']} style={{ inlineSize: '60%', blockSize: '1.4rem' }} />
        <span class={styles['bone']} style={{ inlineSize: '85%' }} />
        <span class={styles['bone']} style={{ inlineSize: '45%' }} />
      </div>
    </div>
  )
}
