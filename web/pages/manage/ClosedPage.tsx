import type { Ref } from 'preact'
import { petTitle } from '../../components/kinds.ts'
import { Picture } from '../../components/Picture.tsx'
import { ShareButton } from '../../components/ShareButton.tsx'
import { useFocusAfter } from '../../components/useFocusAfter.ts'
import { usePageTitle } from '../../components/usePageTitle.ts'
import { fullHours } from '../../i18n/dates.ts'
import { t } from '../../i18n/index.ts'
import type { ReportFeature } from '../../wire.ts'
import styles from './ClosedPage.module.css'
import { DeleteSection } from './DeleteSection.tsx'
import { Inbox } from './Inbox.tsx'
import type { Incoming } from './useIncoming.ts'

/** In hours under a day, else in days; no unit that is not full, as in "3 hours ago". */
function searchWords({ occurredAt, updatedAt }: ReportFeature['properties']): string {
  const hours = fullHours(occurredAt, Date.parse(updatedAt))
  if (hours < 1) return t('happy.soon')
  return hours < 24 ? t('happy.hours', { n: hours }) : t('happy.days', { n: Math.floor(hours / 24) })
}

const titleWords = ({ status, name }: ReportFeature['properties']) => {
  if (status !== 'reunited') return t('sad.title')
  return name ? t('happy.name', { name }) : t('happy.title')
}

type HeadProps = { report: ReportFeature; title: Ref<HTMLHeadingElement> }

function Happy({ report, title }: HeadProps) {
  const pet = report.properties
  return (
    <section class={styles['happy']}>
      <div class={styles['window']} data-picture>
        <Picture report={report} eager />
      </div>
      <h1 ref={title} tabIndex={-1}>
        {titleWords(pet)}
      </h1>
      <p>{searchWords(pet)}</p>
      <p class={styles['text']}>{t('happy.text')}</p>
      <div class="row">
        <ShareButton title={titleWords(pet)} path={`/reports/${pet.id}`} label={t('happy.share')} primary />
        <a class="button" href="/">
          {t('happy.map')}
        </a>
      </div>
    </section>
  )
}

function Sad({ report, title }: HeadProps) {
  const pet = report.properties
  return (
    <header class="stack">
      <h1 ref={title} tabIndex={-1}>
        {titleWords(pet)}
      </h1>
      <p>{petTitle(pet)}</p>
      {pet.resolution === 'found_deceased' && <p>{t('sad.deceased')}</p>}
      <p>
        <a class="button" href="/">
          {t('action.home')}
        </a>
      </p>
    </header>
  )
}

type Props = {
  report: ReportFeature
  token: string
  messages: Incoming['messages']
  /** Closed on this visit: what was pressed is gone. */
  justNow: boolean
  onDeleted: () => void
}

/** After the end: joy where there is cause for it, few words where there is none; and whom one may want to thank. */
export function ClosedPage({ report, token, messages, justNow, onDeleted }: Props) {
  const pet = report.properties
  const title = useFocusAfter<HTMLHeadingElement>(justNow ? 1 : 0)
  usePageTitle(`${titleWords(pet)} · ${petTitle(pet)}`)
  const Head = pet.status === 'reunited' ? Happy : Sad
  const hasMessages = messages.loaded.state !== 'ready' || messages.loaded.value.length > 0
  return (
    <div class={`page column ${styles['closed']}`}>
      <Head report={report} title={title} />
      {hasMessages && (
        <details class={styles['messages']}>
          <summary>{t(pet.status === 'reunited' ? 'closed.messages' : 'manage.messages')}</summary>
          <Inbox id={pet.id} token={token} messages={messages} byMail={Boolean(pet.contact?.email)} />
        </details>
      )}
      <DeleteSection id={pet.id} token={token} onDeleted={onDeleted} />
    </div>
  )
}
