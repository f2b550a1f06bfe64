import { Share2 } from 'lucide-preact'
import { useState } from 'preact/hooks'
import { t } from '../i18n/index.ts'
import { copyText } from './copy-text.ts'

/** The device's own share sheet where there is one, else the link is copied. */
export function ShareButton({
  title,
  path,
  label = t('share.action'),
  primary = false,
}: {
  title: string
  path: string
  label?: string
  primary?: boolean
}) {
  const [said, setSaid] = useState('')
  const url = new URL(path, location.origin).href
  const share = async () => {
    if (!navigator.share) {
      setSaid((await copyText(url)) ? t('share.copied') : t('share.failed', { url }))
      return
    }
    try {
      await navigator.share({ title, url })
    } catch (error) {
      // Closing the share sheet is no failure.
      if (!(error instanceof DOMException && error.name === 'AbortError')) setSaid(t('share.failed', { url }))
    }
  }
  return (
    <>
      <button type="button" class={`button ${primary ? 'primary' : ''}`} data-scripted onClick={share}>
        <Share2 size={20} aria-hidden="true" />
        {label}
      </button>
      <span class="hint" role="status">
        {said}
      </span>
    </>
  )
}
