import React, { useEffect, useRef, useState } from 'react'
import { Button, Form, Spinner } from '@patternfly/react-core'
import type { Values } from '../form/values'
import { OPERATORS_DO } from '../hub/me'
import { Refusal } from '../hub/http'
import { projects, type OptionField } from '../hub/projects'
import { Notice } from '../ui/Notice'
import { act } from '../ui/act'
import { FieldErrors, focusField } from '../form/FieldErrors'
import { Confirm } from '../ui/Confirm'
import { setUnsaved } from '../ui/leaving'
import { open, usePlace } from '../ui/location'
import { Page } from '../ui/Page'
import { ReasonedButton } from '../ui/ReasonedButton'
import { Trouble } from '../ui/Trouble'
import { useData } from '../ui/useData'
import { useNames } from '../ui/useNames'
import { useRights } from '../ui/useRights'
import { useUnsaved } from '../ui/useUnsaved'
import { OptionFields } from './OptionFields'
import { asked, fieldOf, sent, withChange } from './options'
import { resolved } from './resolved'
import { ResolvedForm } from './ResolvedForm'
import { PreviewTree } from './PreviewTree'

const LIVE_MILLIS = 700

/** The form Create PSA project: options, then a preview of exactly the plan that will run, then Submit. */
export const CreatePage: React.FC<{ connection: string; project: string }> = ({ connection, project }) => {
  const nameOf = useNames()
  const { operate } = useRights()
  const [typed, setTyped] = useState<Values>({})
  const [preview, setPreview] = useState<number>()
  const [failure, setFailure] = useState<Error>()
  const [busy, setBusy] = useState(false)
  const [searches, setSearches] = useState<Record<string, string>>({})
  const [fields, setFields] = useState<OptionField[]>()
  const chosen = asked(fields ?? [], typed, searches)
  const form = useData(signal => projects.options(connection, chosen, signal), `${connection} ${JSON.stringify(chosen)}`)
  useEffect(() => form.data && setFields(form.data.fields), [form.data])
  const link = useData(signal => projects.link(connection, project, signal).catch(() => undefined), `link ${connection} ${project}`).data
  const wanted = usePlace('projects').filters['field'] ?? ''
  useEffect(() => {
    if (wanted && fields) focusField(wanted)
  }, [wanted, fields !== undefined])
  useUnsaved(Object.keys(typed).length > 0)
  const errors = failure instanceof Refusal ? failure.problem.errors : []

  const ask = async () => {
    setBusy(true)
    setFailure(undefined)
    try {
      setPreview((await projects.askPreview(connection, project, sent(typed))).preview)
    } catch (refused) {
      setFailure(refused as Error)
    } finally {
      setBusy(false)
    }
  }
  const change = (name: string, value: unknown) => {
    setTyped(before => withChange(before, name, value, fields ?? []))
    setPreview(undefined)
  }
  const refresh = async () => {
    setBusy(true)
    await act(() => projects.options(connection, { ...chosen, refresh: 'true' }), 'Lists refreshed.')
    setBusy(false)
    form.reload()
  }
  return (
    <Page
      title='Create PSA project'
      isSticky
      about={`Project ${project} of ${nameOf(connection)}. Nothing is written until you click Submit.`}
      actions={[
        <ReasonedButton key='preview' variant={preview ? 'secondary' : 'primary'} because={operate ? undefined : OPERATORS_DO} isDisabled={busy || !fields} isLoading={busy} onClick={() => void ask()}>
          Preview
        </ReasonedButton>,
        <Button key='lists' variant='secondary' isDisabled={busy || !fields} onClick={() => void refresh()}>
          Refresh lists
        </Button>,
        <Button key='back' variant='link' onClick={() => open(`projects/${connection}/${project}`)}>
          Back
        </Button>,
      ]}
    >
      <Trouble failure={form.failure} again={form.reload} />
      <FieldErrors failure={failure} errors={errors} fields={(fields ?? []).map(fieldOf)} />
      {!fields && form.loading && <Spinner aria-label='Loading' />}
      {fields && (
        <Form isWidthLimited onSubmit={event => event.preventDefault()}>
          <ResolvedForm resolved={resolved(fields, typed, link)} />
          <OptionFields fields={fields} typed={typed} errors={errors} searches={searches} disabled={!operate} onChange={change} onSearch={(name, text) => setSearches(before => ({ ...before, [name]: text }))} />
        </Form>
      )}
      {preview !== undefined && <Previewed key={preview} connection={connection} project={project} preview={preview} />}
    </Page>
  )
}

const Previewed: React.FC<{ connection: string; project: string; preview: number }> = ({ connection, project, preview: id }) => {
  const top = useRef<HTMLDivElement>(null)
  const [isMade, setMade] = useState(false)
  const [busy, setBusy] = useState(false)
  const { data, failure, reload } = useData(signal => projects.preview(connection, project, id, signal), `preview ${id}`, isMade ? undefined : LIVE_MILLIS)
  if (data && data.state !== 'PREPARING' && !isMade) setMade(true)
  // The preview is below a long form.
  useEffect(() => {
    void top.current?.scrollIntoView({ block: 'start' })
  }, [isMade])
  const [asking, setAsking] = useState(false)
  const submit = async (confirmed: boolean) => {
    setBusy(true)
    const begun = await act(() => projects.confirm(connection, project, id, confirmed), 'Submitted: the project is being created.')
    setBusy(false)
    if (begun) setUnsaved(false)
    if (begun) open(`projects/${connection}/${project}`)
    else reload()
  }
  if (!data || data.state === 'PREPARING') return failure ? <Trouble failure={failure} again={reload} /> : <Spinner aria-label='Preparing the preview' />
  return (
    <div ref={top} style={{ scrollMarginBlockStart: '10rem' }}>
      {data.failure && (
        <Notice variant='danger' title={data.failure.cause}>
          {data.failure.remedy}
        </Notice>
      )}
      {data.problems?.map(problem => (
        <Notice key={problem.cause} variant='danger' title={problem.cause}>
          {problem.remedy}
        </Notice>
      ))}
      {data.state === 'EXPIRED' && <Notice variant='warning' title='The preview has expired. Click Preview again.' />}
      {data.steps && (
        <PreviewTree preview={data}>
          {data.state === 'READY' && (
            <Button isDisabled={busy} isLoading={busy} onClick={() => (data.otherCompany ? setAsking(true) : void submit(false))}>
              Submit
            </Button>
          )}
        </PreviewTree>
      )}
      {asking && data.otherCompany && (
        <Confirm title='Create it for another company?' verb={`Create it for ${data.otherCompany.company}`} danger onClose={() => setAsking(false)} onConfirm={() => submit(true)}>
          The client of the ScopeStack project is <strong>{data.otherCompany.client}</strong>, but the records will go to the company <strong>{data.otherCompany.company}</strong>.
        </Confirm>
      )}
    </div>
  )
}
