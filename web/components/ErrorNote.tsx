import { CircleAlert, RotateCcw } from 'lucide-preact'
import { t } from '../i18n/index.ts'
import { OfflineError, ProblemError } from '../request.ts'

/** What went wrong in a person's words; codes of our own failures are given for support. */
export function describeError(error: unknown): string {
  if (error instanceof OfflineError) return t('error.offline')
  if (!(error instanceof ProblemError)) return t('error.server')
  const { status, requestId } = error.problem
  if (status === 429) {
    return error.retryAfterS ? t('error.busyFor', { n: error.retryAfterS }) : t('error.busy')
  }
  if (status === 401 || status === 403) return t('error.notYours')
  if (status === 404 || status === 410) return t('error.gone')
  if (status === 413) return t('error.tooLarge')
  if (status < 500) return t('error.refused')
  return requestId ? `${t('error.server')} ${t('error.serverCode', { id: requestId })}` : t('error.server')
}

type Props = {
  error: unknown
  /** It stands by a form whose words are kept: whoever reads it need not fear for them. */
  kept?: boolean
  /** What did not happen because of it. */
  lead?: string
  retry?: (() => void) | undefined
}

export function ErrorNote({ error, kept, lead, retry }: Props) {
  return (
    <div class="note" data-tone="danger" role="alert">
      <CircleAlert aria-hidden="true" />
      <div class="stack">
        <p>
          {lead && <strong>{lead} </strong>}
          {describeError(error)}
          {kept && ` ${t('error.kept')}`}
        </p>
        {retry && (
          <p>
            <button type="button" class="button" onClick={retry}>
              <RotateCcw size={18} aria-hidden="true" />
              {t('action.retry')}
            </button>
          </p>
        )}
      </div>
    </div>
  )
}
