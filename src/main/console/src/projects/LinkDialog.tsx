import React, { useState } from 'react'
import { Button, Modal, ModalBody, ModalFooter, ModalHeader, Radio, Spinner, Stack, StackItem } from '@patternfly/react-core'
import { Refusal } from '../hub/http'
import { jobs } from '../hub/jobs'
import { opportunities, type Opportunity } from '../hub/opportunities'
import { projects } from '../hub/projects'
import { Notice } from '../ui/Notice'
import { act } from '../ui/act'
import { FilterText } from '../ui/FilterText'
import { Link } from '../ui/Link'
import { Pager } from '../ui/Pager'
import { Trouble } from '../ui/Trouble'
import { useRows, type Paged } from '../ui/useRows'

const TIMEOUT_MILLIS = 20000

interface Props {
  connection: string
  project: string
  /** Of the project; its opportunities are offered first. */
  client: string | undefined
  /** The id of the linked opportunity in the PSA. */
  linked: string | undefined
  isLinked: boolean
  onClose: () => void
}

/** Links the project to an offered opportunity, or removes the link. */
export const LinkDialog: React.FC<Props> = ({ connection, project, client, linked, isLinked, onClose }) => {
  const [search, setSearch] = useState(client ?? '')
  const [picked, setPicked] = useState(linked)
  const [failure, setFailure] = useState<Error>()
  const [busy, setBusy] = useState(false)
  const [question, setQuestion] = useState<string>()
  const found = useRows<Opportunity>(opportunities.list(connection), 'opportunities', { search, state: 'OFFERED', sort: '-changed', limit: '10' })
  const link = async (opportunity: string | null, confirmed = false) => {
    setBusy(true)
    setFailure(undefined)
    setQuestion(undefined)
    try {
      const job = await jobs.ended((await projects.setLink(connection, project, opportunity, confirmed)).job, TIMEOUT_MILLIS)
      if (job.state === 'CANCELLED') throw new Error('The job was cancelled.')
      if (job.state === 'FAILED') throw new Error('ScopeStack rejected the link. See the log for the reason.')
      await act(async () => job, job.state === 'DONE' ? (opportunity ? 'Project linked.' : 'Link removed.') : 'The change is queued.')
      onClose()
    } catch (refused) {
      // Another company: a person decides.
      if (refused instanceof Refusal && refused.problem.status === 409 && !confirmed) setQuestion(refused.message)
      else setFailure(refused as Error)
      setBusy(false)
    }
  }
  return (
    <Modal isOpen variant='medium' onClose={onClose} aria-label='Link to an opportunity'>
      <ModalHeader title='Link to an opportunity' description='Choose one of the offered opportunities of the PSA. Those of the client come first; clear the search to see all.' />
      <ModalBody>
        <Trouble failure={failure} />
        {failure && (
          <p>
            <Link page='log' filters={{ connection, subject: `link:${project}` }}>
              Open the log
            </Link>
          </p>
        )}
        {question && (
          <Notice variant='warning' title='The companies differ'>
            {question}
          </Notice>
        )}
        <Stack hasGutter>
          <StackItem>
            <FilterText label='Name, company or id' value={search} onChange={setSearch} />
          </StackItem>
          <StackItem>
            <Found rows={found} picked={picked} onPick={id => (setPicked(id), setQuestion(undefined))} />
          </StackItem>
          <StackItem>
            <Pager rows={found} />
          </StackItem>
        </Stack>
      </ModalBody>
      <ModalFooter>
        <Button isLoading={busy} isDisabled={busy || !picked || picked === linked} onClick={() => void link(picked ?? null, question !== undefined)}>
          {question ? 'Link all the same' : 'Link'}
        </Button>
        <Button variant='secondary' isDisabled={busy || !isLinked} onClick={() => void link(null)}>
          Remove link
        </Button>
        <Button variant='link' onClick={onClose}>
          Cancel
        </Button>
      </ModalFooter>
    </Modal>
  )
}

const Found: React.FC<{ rows: Paged<Opportunity>; picked: string | undefined; onPick: (id: string) => void }> = ({ rows: { rows, loading, failure, reload }, picked, onPick }) => (
  <>
    <Trouble failure={failure} again={reload} />
    {!rows && loading && <Spinner aria-label='Loading' />}
    {rows?.length === 0 && <p>No offered opportunity matches.</p>}
    <div role='radiogroup' aria-label='Opportunities'>
      {rows?.map(row => (
        <Radio
          key={row.id}
          id={`link-${row.id}`}
          name='opportunity'
          label={`${row.name} (${row.id})`}
          description={[row.companyName, row.status, row.stage].filter(Boolean).join(', ')}
          isChecked={picked === row.id}
          onChange={() => onPick(row.id)}
        />
      ))}
    </div>
  </>
)
