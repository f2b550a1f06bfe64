import { Eye, KeyRound, MapPin, MessageCircle, PawPrint, Printer } from 'lucide-preact'
import { isOpen } from '../../../api/domain/vocabulary.ts'
import { getReport } from '../../client.ts'
import { describeError } from '../../components/ErrorNote.tsx'
import { Gallery } from '../../components/Gallery.tsx'
import { happenedWords } from '../../components/happened.ts'
import { KindBadge } from '../../components/KindBadge.tsx'
import { petTitle, reportTitle } from '../../components/kinds.ts'
import { LongText } from '../../components/LongText.tsx'
import { MessageForm } from '../../components/MessageForm.tsx'
import { FailedPage, MissingPage, WaitingPage } from '../../components/PageStates.tsx'
import { hasFacts, PetFacts } from '../../components/PetFacts.tsx'
import { ShareButton } from '../../components/ShareButton.tsx'
import { useLoaded } from '../../components/useLoaded.ts'
import { usePageTitle } from '../../components/usePageTitle.ts'
import { agoAndWhere, placeName } from '../../components/where.ts'
import { formatAgo, formatWhen } from '../../i18n/dates.ts'
import { t } from '../../i18n/index.ts'
import { tokenOf } from '../../posting/mine.ts'
import { mayPass } from '../../request.ts'
import { nowMs } from '../../state/clock.ts'
import { firstReport } from '../../state/first-page.ts'
import type { ReportFeature } from '../../wire.ts'
import { MatchList } from './MatchList.tsx'
import { PlaceSection } from './PlaceSection.tsx'
import styles from './ReportPage.module.css'
import { SameAnimal } from './SameAnimal.tsx'

/** As the server writes it in the page's head. */
const titleOf = (pet: ReportFeature['properties']) => reportTitle({ ...pet, place: placeName(pet) })

function Lead({ report }: { report: ReportFeature }) {
  const pet = report.properties
  const open = isOpen(pet.status)
  const isHome = pet.status === 'reunited'
  return (
    <header class={styles['lead']}>
      {(!isHome || pet.demo) && (
        <p class="row">
          {!isHome && <KindBadge kind={pet.kind} species={pet.species} sex={pet.sex} />}
          {pet.demo && <span class="hint">{t('report.demo')}</span>}
        </p>
      )}
      <h1 tabIndex={-1}>{petTitle(pet)}</h1>
      <p class={styles['when']}>
        <time dateTime={pet.occurredAt}>
          {isHome ? happenedWords(pet, nowMs.value) : formatWhen(pet.occurredAt, nowMs.value)}
        </time>
        <span class="hint">{agoAndWhere(pet)}</span>
      </p>
      {isHome && (
        <div class={styles['home']}>
          <PawPrint aria-hidden="true" />
          <p>
            <strong>{t('report.home')}</strong>
            <br />
            {t('report.home.hint')}
          </p>
        </div>
      )}
      {pet.status === 'withdrawn' && <p class="note">{t('report.closed')}</p>}
      {pet.status === 'expired' && <p class="note">{t('report.expired')}</p>}
      {pet.description && <LongText text={pet.description} language={pet.language} />}
      <div class="actions">
        {open && pet.kind === 'lost' && (
          <a class="button primary" href={`/post/found?about=${pet.id}&step=place`}>
            <Eye size={20} aria-hidden="true" />
            {t('report.saw')}
          </a>
        )}
        {open && pet.kind !== 'lost' && (
          <a class="button primary" href="#write" data-scripted>
            <MessageCircle size={20} aria-hidden="true" />
            {t(pet.kind === 'found_deceased' ? 'report.write.deceased' : 'report.write')}
          </a>
        )}
        <ShareButton title={titleOf(pet)} path={`/reports/${pet.id}`} />
        {open && pet.kind === 'lost' && (
          <a class="button" href={`/reports/${pet.id}/poster`}>
            <Printer size={20} aria-hidden="true" />
            {t('report.poster')}
          </a>
        )}
        {tokenOf(pet.id) && (
          <a class="button" href={`/reports/${pet.id}/manage`}>
            <KeyRound size={20} aria-hidden="true" />
            {t('report.manage')}
          </a>
        )}
      </div>
      <p class="hint">{t('report.posted', { when: formatAgo(pet.createdAt, nowMs.value) })}</p>
    </header>
  )
}

function ReportBody({ report }: { report: ReportFeature }) {
  const pet = report.properties
  usePageTitle(titleOf(pet))
  const open = isOpen(pet.status)
  return (
    <article class={`page ${styles['report']}`}>
      <div class={styles['photos']}>
        <Gallery report={report} />
      </div>
      <Lead report={report} />
      {hasFacts(pet) && (
        <section class={`panel ${styles['facts']}`} aria-labelledby="facts-title">
          <h2 id="facts-title">{t('report.facts')}</h2>
          <PetFacts pet={pet} />
        </section>
      )}
      <section class={`panel ${styles['place']}`} aria-labelledby="place-title">
        <h2 id="place-title">
          <MapPin size={22} aria-hidden="true" />
          {t(pet.kind === 'lost' && pet.status === 'reunited' ? 'report.map.home' : 'report.map')}
        </h2>
        <PlaceSection report={report} />
      </section>
      {open && (
        <section class={`panel ${styles['write']}`} data-scripted id="write" aria-labelledby="write-title">
          <h2 id="write-title">{t('message.title')}</h2>
          <MessageForm reportId={pet.id} kind={pet.kind} />
        </section>
      )}
      <SameAnimal report={report} />
      {open && <MatchList report={report} />}
    </article>
  )
}

export function ReportPage({ id }: { id: string }) {
  const { loaded, reload } = useLoaded(id, () => getReport(id), firstReport(id))
  if (loaded.state === 'loading') return <WaitingPage />
  if (loaded.state === 'failed') {
    const { error } = loaded
    if (!mayPass(error)) return <MissingPage title={t('gone.title')} text={t('error.gone')} />
    return <FailedPage retry={reload} text={describeError(error)} />
  }
  return <ReportBody report={loaded.value} />
}
