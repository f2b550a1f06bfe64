import { isOpen } from '../../../api/domain/vocabulary.ts'
import { keepReport } from '../../client.ts'
import { describeError } from '../../components/ErrorNote.tsx'
import { FailedPage, MissingPage, WaitingPage } from '../../components/PageStates.tsx'
import { useFragmentKey } from '../../components/useFragmentKey.ts'
import { useLoaded } from '../../components/useLoaded.ts'
import { usePageTitle } from '../../components/usePageTitle.ts'
import { t } from '../../i18n/index.ts'
import { mayPass } from '../../request.ts'
import styles from './TextPage.module.css'

function Kept({ id, token }: { id: string; token: string }) {
  const { loaded, reload } = useLoaded(`${id} ${token}`, () => keepReport(id, token))
  if (loaded.state === 'loading') return <WaitingPage />
  if (loaded.state === 'failed') {
    const { error } = loaded
    return !mayPass(error) ? <Stale id={id} /> : <FailedPage retry={reload} text={describeError(error)} />
  }
  const open = isOpen(loaded.value.properties.status)
  return (
    <div class={`page ${styles['text']}`}>
      <h1 tabIndex={-1}>{t(open ? 'keep.title' : 'keep.over')}</h1>
      <p>{t(open ? 'keep.text' : 'keep.over.text')}</p>
      <p>
        <a class="button primary" href={`/reports/${id}`}>
          {t('reply.report')}
        </a>
      </p>
    </div>
  )
}

function Stale({ id }: { id: string }) {
  const report = { href: `/reports/${id}`, words: t('reply.report') }
  return <MissingPage title={t('keep.stale')} text={t('keep.stale.text')} instead={report} />
}

/** Where the mail leads that asks whether a report is still wanted: opening it is the answer. */
export function KeepPage({ id }: { id: string }) {
  usePageTitle(t('keep.title'))
  const token = useFragmentKey()
  return token ? <Kept id={id} token={token} /> : <Stale id={id} />
}
