import { useState } from 'preact/hooks'
import { describeError } from '../../components/ErrorNote.tsx'
import { FailedPage, MissingPage, WaitingPage } from '../../components/PageStates.tsx'
import { t } from '../../i18n/index.ts'
import { mayPass } from '../../request.ts'
import type { ReportFeature } from '../../wire.ts'
import { ClosedPage } from './ClosedPage.tsx'
import { DeletedPage } from './DeletedPage.tsx'
import { OpenReport, type OpenReportProps } from './OpenReport.tsx'
import { useAnimal } from './useAnimal.ts'
import { isLoading, useIncoming } from './useIncoming.ts'
import { useManaged } from './useManaged.ts'

function ManageBody(props: Omit<OpenReportProps, 'onDeleted'>) {
  const { report, token, incoming } = props
  const { status } = report.properties
  const [openedAs] = useState(status)
  const [deleted, setDeleted] = useState(false)
  if (deleted) return <DeletedPage />
  const onDeleted = () => setDeleted(true)
  if (status !== 'reunited' && status !== 'withdrawn') return <OpenReport {...props} onDeleted={onDeleted} />
  return (
    <ClosedPage
      report={report}
      token={token}
      messages={incoming.messages}
      justNow={status !== openedAs}
      onDeleted={onDeleted}
    />
  )
}

export function ManagePage({ id }: { id: string }) {
  const { loaded, reload, replace, token, kept } = useManaged(id)
  const animal = useAnimal(id, token)
  const incoming = useIncoming(id, token)
  if (loaded.state === 'loading' || animal.loaded.state === 'loading' || isLoading(incoming)) {
    return <WaitingPage />
  }
  if (loaded.state === 'failed') {
    return !mayPass(loaded.error) ? (
      <MissingPage title={t('gone.title')} text={t(token ? 'error.notYours' : 'error.gone')} />
    ) : (
      <FailedPage retry={reload} text={describeError(loaded.error)} />
    )
  }
  if (!token || !loaded.value.properties.mine) {
    const seen = { href: `/reports/${id}`, words: t('manage.noToken.open') }
    return <MissingPage title={t('manage.noToken.title')} text={t('manage.noToken')} instead={seen} />
  }
  const onChange = (report: ReportFeature) => {
    replace(report)
    incoming.matches.reload()
  }
  return (
    <ManageBody
      report={loaded.value}
      token={token}
      kept={kept}
      animal={animal}
      incoming={incoming}
      onChange={onChange}
    />
  )
}
