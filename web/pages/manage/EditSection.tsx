import { useState } from 'preact/hooks'
import { editReport } from '../../client.ts'
import { ErrorNote } from '../../components/ErrorNote.tsx'
import { t } from '../../i18n/index.ts'
import { checkForm, type Errors, errorsFromProblem, wrongFields } from '../../posting/check.ts'
import { fromReport, toPatch } from '../../posting/form.ts'
import { ProblemError } from '../../request.ts'
import { language } from '../../state/device.ts'
import type { ReportFeature } from '../../wire.ts'
import { ContactFields } from '../post/ContactFields.tsx'
import { focusField } from '../post/focus-field.ts'
import { PetFields } from '../post/PetFields.tsx'
import { PlaceFields } from '../post/PlaceFields.tsx'
import { errorsToShow, nothingJudged } from '../post/shown-errors.ts'
import { EditPhotos } from './EditPhotos.tsx'
import styles from './EditSection.module.css'

type Props = { report: ReportFeature; token: string; onChange: (report: ReportFeature) => void }
type State = { said?: 'edit.saved' | 'edit.nothing'; failure?: unknown; busy?: boolean }

function EditForm({ report, token, onChange }: Props) {
  const before = fromReport(report)
  const [values, setValues] = useState(before)
  const [judged, setJudged] = useState(() => nothingJudged(before))
  const [state, setState] = useState<State>({})
  const wrong = errorsToShow(judged, values, checkForm(values, Date.now()))
  const change = (partial: Partial<typeof values>) => {
    setValues((now) => ({ ...now, ...partial }))
    setState({})
  }
  const show = (errors: Errors) => {
    setJudged({ errors, values })
    const [first] = wrongFields(errors)
    if (first) focusField(first)
    return first !== undefined
  }
  const save = async (event: SubmitEvent) => {
    event.preventDefault()
    if (show(checkForm(values, Date.now()))) return
    const patch = toPatch(before, values, language.peek())
    if (Object.keys(patch).length === 0) {
      setState({ said: 'edit.nothing' })
      return
    }
    setState({ busy: true })
    try {
      onChange(await editReport(report.id, token, patch))
      setState({ said: 'edit.saved' })
    } catch (error) {
      const named = error instanceof ProblemError && show(errorsFromProblem(error.problem).errors)
      setState(named ? {} : { failure: error })
    }
  }
  return (
    <form class={styles['form']} noValidate onSubmit={save}>
      <PetFields values={values} wrong={wrong} onChange={change} />
      <PlaceFields values={values} wrong={wrong} onChange={change} />
      <ContactFields values={values} wrong={wrong} onChange={change} />
      {state.failure !== undefined && <ErrorNote error={state.failure} kept />}
      <div class="row">
        <button type="submit" class="button primary" disabled={state.busy}>
          {t('edit.save')}
        </button>
        <span role="status">{state.said && t(state.said)}</span>
      </div>
    </form>
  )
}

/** Everything the author said, to change; closed until asked for, since the plan comes first. */
export function EditSection(props: Props) {
  const [open, setOpen] = useState(false)
  return (
    <details class={`panel ${styles['edit']}`} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{t('edit.open')}</summary>
      {open && (
        <div class={styles['form']}>
          <EditPhotos {...props} />
          <EditForm {...props} />
        </div>
      )}
    </details>
  )
}
