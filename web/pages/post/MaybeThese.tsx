import { ArrowUpRight } from 'lucide-preact'
import { useEffect, useState } from 'preact/hooks'
import { previewMatches } from '../../client.ts'
import { KindBadge } from '../../components/KindBadge.tsx'
import { petTitle } from '../../components/kinds.ts'
import { Picture } from '../../components/Picture.tsx'
import { Reasons } from '../../components/Reasons.tsx'
import { traitLine } from '../../components/ReportCard.tsx'
import { agoAndWhere } from '../../components/where.ts'
import { t } from '../../i18n/index.ts'
import type { Side } from '../../posting/draft.ts'
import { type FormValues, toBody } from '../../posting/form.ts'
import { announce } from '../../state/announce.ts'
import { language } from '../../state/device.ts'
import type { Match } from '../../wire.ts'
import styles from './MaybeThese.module.css'

const SHOWN = 6

/** Who may already have reported this animal, before anything is published. Silent when it cannot be asked. */
export function MaybeThese({ values, side }: { values: FormValues; side: Side }) {
  const { kind, species, location, occurredAt } = values
  const canAsk = kind && species && location && occurredAt
  const [items, setItems] = useState<Match[] | 'asking' | 'unknown'>(canAsk ? 'asking' : 'unknown')
  useEffect(() => {
    if (!canAsk) return
    const controller = new AbortController()
    // Contact data is of no use to the question, so it is not sent with it.
    previewMatches({ ...toBody(values, language.peek()), contact: undefined }, controller.signal)
      .then((matches) => {
        const likely = matches.items.filter(({ band }) => band !== 'unlikely').slice(0, SHOWN)
        setItems(likely)
        announce(likely.length > 0 ? t('maybe.title') : t('maybe.none'))
      })
      .catch(() => {
        if (!controller.signal.aborted) setItems('unknown')
      })
    return () => controller.abort()
  }, [])
  if (items === 'unknown') return null
  if (items === 'asking') return <p class="hint">{t('maybe.checking')}</p>
  if (items.length === 0) {
    return (
      <p class="note" data-tone="calm">
        {t('maybe.none')}
      </p>
    )
  }
  return (
    <section class={styles['maybe']} aria-labelledby="maybe-title">
      <h2 id="maybe-title">{t('maybe.title')}</h2>
      <p>{t(side === 'lost' ? 'maybe.lead.lost' : 'maybe.lead.found')}</p>
      <ul class={styles['cards']}>
        {items.map(({ report, band, reasons }) => (
          <li key={report.id} class={styles['card']}>
            <div class={styles['picture']} data-picture>
              <Picture report={report} />
            </div>
            <div class={styles['words']}>
              <KindBadge
                kind={report.properties.kind}
                species={report.properties.species}
                sex={report.properties.sex}
              />
              <h3>{petTitle(report.properties)}</h3>
              <p>
                <strong>{t(`band.${band}`)}</strong>
              </p>
              <p class="hint">
                {[traitLine(report.properties), agoAndWhere(report.properties)]
                  .filter(Boolean)
                  .map((line) => (
                    <span key={line}>{line}</span>
                  ))}
              </p>
              <details>
                <summary class={styles['why']}>{t('matches.why')}</summary>
                <Reasons reasons={reasons} pet={report.properties} />
              </details>
              <a class="button" href={`/reports/${report.id}`} target="_blank" rel="noopener">
                {t('maybe.open')}
                <ArrowUpRight size={18} aria-hidden="true" />
              </a>
            </div>
          </li>
        ))}
      </ul>
    </section>
  )
}
