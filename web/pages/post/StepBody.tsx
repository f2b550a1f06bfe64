import { publicPlaceOf } from '../../components/geo.ts'
import { ReportRow } from '../../components/ReportRow.tsx'
import { t } from '../../i18n/index.ts'
import type { Errors, Step } from '../../posting/check.ts'
import { changeValues, draft, type Side } from '../../posting/draft.ts'
import type { Problem, ReportFeature } from '../../wire.ts'
import { ContactFields } from './ContactFields.tsx'
import { KindStep } from './KindStep.tsx'
import { MaybeThese } from './MaybeThese.tsx'
import { PetFields } from './PetFields.tsx'
import { PhotoStep } from './PhotoStep.tsx'
import { PlaceFields } from './PlaceFields.tsx'
import { ReviewStep } from './ReviewStep.tsx'
import { SightingExtras } from './SightingExtras.tsx'

type Props = {
  side: Side
  step: Step
  wrong: Errors
  /** The report that a sighting is about. */
  about?: ReportFeature | undefined
  onNext: () => void
  /** True when the form may be sent. */
  beforeSend: () => boolean
  /** True when the person was led to a field. */
  onRefused: (problem: Problem) => boolean
}

/** Whose animal the sighting is of. */
function AboutPet({ report }: { report: ReportFeature }) {
  return (
    <div class="panel stack">
      <p>{t('post.about')}</p>
      <ReportRow report={report} />
    </div>
  )
}

export function StepBody({ side, step, wrong, about, onNext, beforeSend, onRefused }: Props) {
  const { values } = draft.value
  switch (step) {
    case 'kind':
      return <KindStep onNext={onNext} />
    case 'photo':
      return <PhotoStep side={side} />
    case 'pet':
      return <PetFields values={values} wrong={wrong} onChange={changeValues} />
    case 'place':
      return (
        <>
          {about && <AboutPet report={about} />}
          <PlaceFields
            values={values}
            wrong={wrong}
            fresh
            around={about && publicPlaceOf(about)}
            onChange={changeValues}
          />
          {values.aboutReportId && (
            <SightingExtras
              values={values}
              wrong={wrong}
              photos={draft.value.photos.length}
              onChange={changeValues}
            />
          )}
        </>
      )
    case 'contact':
      return (
        <>
          {!values.aboutReportId && <MaybeThese values={values} side={side} />}
          <ContactFields values={values} wrong={wrong} onChange={changeValues} />
        </>
      )
    case 'review':
      return (
        <>
          {about && <AboutPet report={about} />}
          <ReviewStep side={side} beforeSend={beforeSend} onRefused={onRefused} />
        </>
      )
  }
}
