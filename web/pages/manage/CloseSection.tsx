import { House } from 'lucide-preact'
import { useRef, useState } from 'preact/hooks'
import {
  REUNITED_RESOLUTIONS,
  type Resolution,
  WITHDRAWN_RESOLUTIONS,
} from '../../../api/domain/vocabulary.ts'
import { getReport, resolveReport } from '../../client.ts'
import { ErrorNote } from '../../components/ErrorNote.tsx'
import { t } from '../../i18n/index.ts'
import type { ReportFeature } from '../../wire.ts'
import styles from './CloseSection.module.css'

type Props = { report: ReportFeature; token: string; onChange: (report: ReportFeature) => void }

/** Whoever found or saw the animal tells the same endings from their own side, their own first. */
const FINDER_ENDINGS = [
  'returned_by_finder',
  'found_by_owner',
  'returned_self',
  'returned_by_shelter',
] as const

/** Home first, large; the sadder and duller reasons behind a word. Closing cannot be undone, so it asks once more. */
export function CloseSection({ report, token, onChange }: Props) {
  const { kind } = report.properties
  const lost = kind === 'lost'
  /** It never was with whoever only saw it. */
  const seen = kind === 'sighting'
  const [chosen, setChosen] = useState<Resolution>()
  const [busy, setBusy] = useState(false)
  const [failure, setFailure] = useState<unknown>()
  const asked = useRef<HTMLButtonElement>(null)
  const cancel = () => {
    setChosen(undefined)
    asked.current?.focus()
  }
  const close = async (resolution: Resolution) => {
    setBusy(true)
    setFailure(undefined)
    try {
      await resolveReport(report.id, token, resolution)
      onChange(await getReport(report.id, token))
      scrollTo(0, 0)
    } catch (error) {
      setFailure(error)
      setBusy(false)
    }
  }
  const words = (resolution: Resolution) => {
    const own = FINDER_ENDINGS.find((ending) => ending === resolution)
    const byOther = seen && resolution === 'returned_by_finder'
    return !lost && own && !byOther ? t(`resolution.found.${own}`) : t(`resolution.${resolution}`)
  }
  const choices = (list: readonly Resolution[]) => (
    <div class={styles['choices']}>
      {list.map((resolution) => (
        <button
          key={resolution}
          ref={chosen === resolution ? asked : null}
          type="button"
          class="button"
          disabled={busy}
          aria-pressed={chosen === resolution}
          onClick={() => setChosen(resolution)}
        >
          {words(resolution)}
        </button>
      ))}
    </div>
  )
  const ask = (list: readonly Resolution[]) =>
    chosen &&
    list.includes(chosen) && (
      <div class={styles['sure']} role="alert">
        <p>
          <strong>{t('close.sure', { how: words(chosen) })}</strong> {t('close.sure.hint')}
        </p>
        <p class="row">
          <button type="button" class="button primary" disabled={busy} onClick={() => close(chosen)}>
            {t('close.yes')}
          </button>
          <button type="button" class="button" disabled={busy} onClick={cancel}>
            {t('action.cancel')}
          </button>
        </p>
      </div>
    )
  return (
    <div class={styles['close']}>
      <section class={styles['home']} aria-labelledby="home-title">
        <h3 id="home-title">
          <House size={26} aria-hidden="true" />
          {t(lost || seen ? 'close.home' : 'close.home.found')}
        </h3>
        <p>{t('close.how')}</p>
        {choices(lost ? REUNITED_RESOLUTIONS : FINDER_ENDINGS)}
        {ask(REUNITED_RESOLUTIONS)}
      </section>
      <details>
        <summary class={styles['other']}>{t('close.other')}</summary>
        {choices(WITHDRAWN_RESOLUTIONS)}
        {ask(WITHDRAWN_RESOLUTIONS)}
      </details>
      {failure !== undefined && <ErrorNote error={failure} />}
    </div>
  )
}
