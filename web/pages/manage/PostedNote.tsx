import { CheckCircle2, Copy, KeyRound } from 'lucide-preact'
import { useEffect, useRef, useState } from 'preact/hooks'
import { copyText } from '../../components/copy-text.ts'
import { t } from '../../i18n/index.ts'

type Props = { id: string; token: string; kept: boolean }

/** After publishing: that it worked, and the key to keep; without storage the key is the only way back. */
export function PostedNote({ id, token, kept }: Props) {
  const [refused] = useState(() => new URLSearchParams(location.search).get('posted'))
  const [copied, setCopied] = useState(false)
  const field = useRef<HTMLInputElement>(null)
  const said = useRef<HTMLParagraphElement>(null)
  // Going back over the form's steps the browser restores their scroll: what was done is to be seen first.
  useEffect(() => {
    if (!said.current) return
    scrollTo(0, 0)
    said.current.focus({ preventScroll: true })
  }, [])
  if (refused === null && kept) return null
  const link = `${location.origin}/reports/${id}/manage#${encodeURIComponent(token)}`
  const copy = async () => {
    if (await copyText(link)) setCopied(true)
    // Selected, it is one key or touch from being copied by hand.
    else field.current?.focus()
  }
  return (
    <div class="stack">
      {refused !== null && (
        <p ref={said} class="note" data-tone="calm" role="status" tabIndex={-1}>
          <CheckCircle2 aria-hidden="true" />
          <span>
            {t('manage.posted')} {Number(refused) > 0 && t('manage.posted.photos', { n: Number(refused) })}
          </span>
        </p>
      )}
      <section class="note" aria-labelledby="link-title">
        <KeyRound aria-hidden="true" />
        <div class="stack">
          <p>
            <strong id="link-title">{t('manage.link.title')}</strong>
            <br />
            {t('manage.link')}
          </p>
          <input
            ref={field}
            class="input"
            type="text"
            readOnly
            value={link}
            aria-labelledby="link-title"
            onFocus={(event) => event.currentTarget.select()}
          />
          <p class="row">
            <button type="button" class="button" onClick={copy}>
              <Copy size={18} aria-hidden="true" />
              {t('manage.link.copy')}
            </button>
            <span role="status">{copied && t('manage.link.copied')}</span>
          </p>
        </div>
      </section>
    </div>
  )
}
