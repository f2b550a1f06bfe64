import { useState } from 'preact/hooks'
import { t } from '../i18n/index.ts'
import type { ReportProperties } from '../wire.ts'
import styles from './LongText.module.css'

/** Longer than this, or of more lines, a text would push away what is to be done about it. */
const FOLDED_FROM = { letters: 500, lines: 10 }

type Props = { text: string; language?: ReportProperties['language'] | undefined }

/** Somebody's own words, as they broke the lines; long ones are folded, though a screen reader has them whole. */
export function LongText({ text, language }: Props) {
  const [open, setOpen] = useState(false)
  const long = text.length > FOLDED_FROM.letters || text.split('\n').length > FOLDED_FROM.lines
  return (
    <>
      <p class={styles['text']} data-folded={long && !open} lang={language} dir="auto">
        {text}
      </p>
      {long && (
        <p>
          <button type="button" class="button" aria-expanded={open} onClick={() => setOpen(!open)}>
            {t(open ? 'text.fold' : 'text.whole')}
          </button>
        </p>
      )}
    </>
  )
}
