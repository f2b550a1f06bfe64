import { useEffect, useState } from 'preact/hooks'
import { KindBadge } from '../../components/KindBadge.tsx'
import { petTitle } from '../../components/kinds.ts'
import { PostLinks } from '../../components/PostLinks.tsx'
import { useAboutReport } from '../../components/useAboutReport.ts'
import { usePageTitle } from '../../components/usePageTitle.ts'
import { withPlace } from '../../components/where.ts'
import { formatAgo } from '../../i18n/dates.ts'
import { t } from '../../i18n/index.ts'
import { listDrafts, type Slot } from '../../posting/draft.ts'
import { mine } from '../../posting/mine.ts'
import { outgoing, send } from '../../posting/outgoing.ts'
import { nowMs } from '../../state/clock.ts'
import styles from './TextPage.module.css'

function Begun({ side, about }: Slot) {
  const pet = useAboutReport(about)
  return (
    <li class={styles['item']}>
      <div>
        <strong>{t(`mine.draft.${about ? 'about' : side}`)}</strong>
        {pet && <span>{petTitle(pet.properties)}</span>}
      </div>
      <a
        class="button primary"
        href={about ? `/post/${side}?${new URLSearchParams({ about })}` : `/post/${side}`}
      >
        {t('mine.resume')}
      </a>
    </li>
  )
}

function Unfinished() {
  const [slots, setSlots] = useState<Slot[]>([])
  useEffect(() => {
    listDrafts().then(setSlots)
  }, [])
  if (slots.length === 0 && outgoing.value.length === 0) return null
  return (
    <>
      <h2>{t('mine.drafts')}</h2>
      <ul class={styles['cards']}>
        {outgoing.value.map((post) => (
          <li key={post.key} class={styles['item']}>
            <div>
              <KindBadge kind={post.body.kind} species={post.body.species} sex={post.body.sex} />
              <span>{t('mine.waiting')}</span>
            </div>
            <button type="button" class="button" onClick={() => send(post)}>
              {t('action.retry')}
            </button>
          </li>
        ))}
        {slots.map(({ side, about }) => (
          <Begun key={about ?? side} side={side} about={about} />
        ))}
      </ul>
    </>
  )
}

function Posted() {
  if (mine.value.length === 0) {
    return (
      <>
        <p class="hint">{t('mine.none')}</p>
        <div class="row">
          <PostLinks />
        </div>
      </>
    )
  }
  return (
    <>
      <h2>{t('mine.posted')}</h2>
      <p class="hint">{t('mine.lead')}</p>
      <ul class={styles['cards']}>
        {mine.value.map((report) => (
          <li key={report.id} class={styles['item']}>
            <div>
              <KindBadge kind={report.kind} species={report.species} sex={report.sex} />
              <strong>{petTitle(report)}</strong>
              <span class="hint">
                {withPlace(t('report.posted', { when: formatAgo(report.createdAt, nowMs.value) }), report)}
              </span>
            </div>
            <a class="button primary" href={`/reports/${report.id}/manage`}>
              {t('mine.open')}
            </a>
          </li>
        ))}
      </ul>
    </>
  )
}

/** Posts whose keys this device keeps, and what was begun and not finished. */
export function MinePage() {
  usePageTitle(t('mine.title'))
  return (
    <div class={`page ${styles['text']}`}>
      <h1 tabIndex={-1}>{t('mine.title')}</h1>
      <Unfinished />
      <Posted />
    </div>
  )
}
