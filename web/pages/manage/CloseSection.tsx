import { House } from 'lucide-preact'
import { useState } from 'preact/hooks'
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

/** Home first, large; the sadder and duller reasons behind a word. One touch on the reason closes. */
export function CloseSection({ report, token, onChange }: Props) {
  const lost = report.properties.kind === 'lost'
  const [busy, setBusy] = useState(false)
  const [failure, setFailure] = useState<unknown>()
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
  const choices = (list: readonly Resolution[]) => (
    <div class={styles['choices']}>
      {list.map((resolution) => (
        <button
          key={resolution}
          type="button"
          class="button"
          disabled={busy}
          onClick={() => close(resolution)}
        >
          {t(`resolution.${resolution}`)}
        </button>
      ))}
    </div>
  )
  return (
    <div class={styles['close']}>
      <section class={styles['home']} aria-labelledby="home-title">
        <h3 id="home-title">
          <House size={26} aria-hidden="true" />
          {t(lost ? 'close.home' : 'close.home.found')}
        </h3>
        <p>{t('close.how')}</p>
        {choices(REUNITED_RESOLUTIONS)}
      </section>
      <details>
        <summary class={styles['other']}>{t('close.other')}</summary>
        {choices(WITHDRAWN_RESOLUTIONS)}
      </details>
      {failure !== undefined && <ErrorNote error={failure} />}
    </div>
  )
}
