import { ArrowLeft, FileDown, Printer } from 'lucide-preact'
import { useEffect, useRef, useState } from 'preact/hooks'
import { getReport } from '../../client.ts'
import { reportTitle } from '../../components/kinds.ts'
import { FailedPage, WaitingPage } from '../../components/PageStates.tsx'
import { useLoaded } from '../../components/useLoaded.ts'
import { usePageTitle } from '../../components/usePageTitle.ts'
import { t } from '../../i18n/index.ts'
import { tokenOf } from '../../posting/mine.ts'
import { announce } from '../../state/announce.ts'
import { language } from '../../state/device.ts'
import type { ReportFeature } from '../../wire.ts'
import { composePoster } from './content.ts'
import { loadPosterFonts } from './fonts.ts'
import { drawPoster } from './layout.ts'
import styles from './PosterPage.module.css'
import type { PosterLayout } from './types.ts'

const LAYOUTS: readonly PosterLayout[] = ['full', 'tear-off']

/** A sheet to print, made on the device: the phone number on it goes nowhere else. */
export function PosterPage({ id }: { id: string }) {
  const { loaded, reload } = useLoaded(id, () => getReport(id, tokenOf(id)))
  usePageTitle(t('poster.title'))
  if (loaded.state === 'loading') return <WaitingPage />
  if (loaded.state === 'failed') return <FailedPage retry={reload} />
  const { status } = loaded.value.properties
  const ended = status === 'reunited' || status === 'withdrawn'
  return ended ? <Ended report={loaded.value} /> : <Poster report={loaded.value} />
}

/** A fresh poster of a pet that is home would send people out for nothing. */
function Ended({ report }: { report: ReportFeature }) {
  const isHome = report.properties.status === 'reunited'
  return (
    <div class="page column stack">
      <h1 tabIndex={-1}>{t(isHome ? 'poster.ended.home' : 'poster.ended.closed')}</h1>
      <p>{t('poster.ended.hint')}</p>
      <p class="row">
        <a class="button primary" href={`/reports/${report.id}`}>
          {t('poster.back')}
        </a>
        <a class="button" href="/">
          {t('action.home')}
        </a>
      </p>
    </div>
  )
}

function Poster({ report }: { report: ReportFeature }) {
  const [layout, setLayout] = useState<PosterLayout>('full')
  const [showPhone, setShowPhone] = useState(false)
  const { loaded, reload } = useLoaded(`${layout} ${showPhone} ${language.value}`, async () => {
    const measure = await loadPosterFonts()
    const content = await composePoster(report, { layout, measure, showPhone, nowMs: Date.now() })
    return drawPoster(content, layout, measure)
  })
  const sheet = useRef<HTMLDivElement>(null)
  const headline = reportTitle(report.properties)
  return (
    <div class="page">
      <div class={`${styles['opening']} ${styles['hideInPrint']}`}>
        <a class={styles['back']} href={`/reports/${report.id}`}>
          <ArrowLeft size={18} aria-hidden="true" /> {t('poster.back')}
        </a>
        <h1 tabIndex={-1}>{t('poster.title')}</h1>
        <p>{t('poster.hint')}</p>
      </div>
      <div class={styles['layout']}>
        <div class={`${styles['choices']} ${styles['hideInPrint']}`}>
          <fieldset>
            <legend>{t('poster.layout')}</legend>
            {LAYOUTS.map((choice) => (
              <label key={choice} class="check">
                <input
                  type="radio"
                  name="layout"
                  checked={layout === choice}
                  onChange={() => setLayout(choice)}
                />
                {t(`poster.layout.${choice}`)}
              </label>
            ))}
          </fieldset>
          {report.properties.contact?.phone && (
            <div>
              <label class="check">
                <input type="checkbox" checked={showPhone} onChange={() => setShowPhone(!showPhone)} />
                {t('poster.phone')}
              </label>
              <p>{t('poster.phone.hint')}</p>
            </div>
          )}
          <div class="row">
            <button
              type="button"
              class="button primary"
              disabled={loaded.state !== 'ready'}
              onClick={() => print()}
            >
              <Printer size={18} aria-hidden="true" />
              {t('poster.print')}
            </button>
            <DownloadButton ready={loaded.state === 'ready'} sheet={sheet} name={headline} />
          </div>
        </div>
        <div class={styles['sheet']} ref={sheet} role="img" aria-label={t('poster.preview', { headline })}>
          {loaded.state === 'ready' && <Drawing svg={loaded.value} />}
          {loaded.state === 'loading' && <p class={styles['waiting']}>{t('poster.making')}</p>}
          {loaded.state === 'failed' && (
            <p class={styles['waiting']} role="alert">
              {t('poster.failed')}
              <button type="button" class="button" onClick={reload}>
                {t('action.retry')}
              </button>
            </p>
          )}
        </div>
      </div>
    </div>
  )
}

/** Every word in the drawing was escaped where it was put in. */
function Drawing({ svg }: { svg: string }) {
  return <div style={{ blockSize: '100%' }} dangerouslySetInnerHTML={{ __html: svg }} />
}

type DownloadProps = { ready: boolean; sheet: { current: HTMLDivElement | null }; name: string }

function DownloadButton({ ready, sheet, name }: DownloadProps) {
  const [state, setState] = useState<'idle' | 'making' | 'failed'>('idle')
  useEffect(() => {
    if (state === 'failed') announce(t('poster.pdf.failed'))
  }, [state])
  const download = async () => {
    const svg = sheet.current?.querySelector('svg')
    if (!svg) return
    setState('making')
    try {
      const { posterToPdf } = await import('./pdf.ts')
      saveFile(await posterToPdf(svg), `${name.replace(/[^\p{L}\p{N} -]/gu, '')}.pdf`)
      setState('idle')
    } catch {
      setState('failed')
    }
  }
  return (
    <>
      <button type="button" class="button" disabled={!ready || state === 'making'} onClick={download}>
        <FileDown size={18} aria-hidden="true" />
        {state === 'making' ? t('poster.pdf.making') : t('poster.pdf')}
      </button>
      {state === 'failed' && <p role="alert">{t('poster.pdf.failed')}</p>}
    </>
  )
}

function saveFile(file: Blob, name: string) {
  const link = document.createElement('a')
  link.href = URL.createObjectURL(file)
  link.download = name
  link.click()
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000)
}
