import React, { useEffect, useState } from 'react'
import { Button, Content, List, ListItem, Spinner } from '@patternfly/react-core'
import { mappings, idOf, type MappingText, type Place } from '../hub/mappings'
import { ADMINS_DO } from '../hub/me'
import { Notice } from '../ui/Notice'
import { act } from '../ui/act'
import { Confirm } from '../ui/Confirm'
import { Details } from '../ui/Details'
import { Link } from '../ui/Link'
import { open } from '../ui/location'
import { Page } from '../ui/Page'
import { ReasonedButton } from '../ui/ReasonedButton'
import { spoken } from '../ui/spoken'
import { Trouble } from '../ui/Trouble'
import { useData } from '../ui/useData'
import { useRights } from '../ui/useRights'
import { useUnsaved } from '../ui/useUnsaved'
import { When } from '../ui/When'
import { DraftRun } from './DraftRun'
import { Editor } from './Editor'
import { History } from './History'
import { originOf, shortVersion } from './words'

const CHECK_AFTER_MILLIS = 600

/** One mapping or library: what is in use, a draft of it, and its history. */
export const MappingPage: React.FC<{ id: string }> = ({ id }) => {
  const found = useData(signal => mappings.one(id, signal), `mapping ${id}`)
  if (!found.data) {
    return (
      <Page title='Mappings' about='A mapping or a library.'>
        {found.failure ? <Trouble failure={found.failure} again={found.reload} /> : <Spinner aria-label='Loading' />}
      </Page>
    )
  }
  return <Opened key={found.data.mapping.version + found.data.textVersion} id={id} found={found.data} reload={found.reload} />
}

const Opened: React.FC<{ id: string; found: MappingText; reload: () => void }> = ({ id, found, reload }) => {
  const { configure } = useRights()
  const { mapping } = found
  const [loaded, setLoaded] = useState(found.text)
  const [draft, setDraft] = useState(found.text)
  const [errors, setErrors] = useState<Place[]>([])
  const [promoting, setPromoting] = useState(false)
  const changed = draft !== found.text
  useUnsaved(changed)

  useEffect(() => {
    if (!configure) return undefined
    let late = false
    const timer = setTimeout(() => {
      mappings.check(id, draft).then(
        result => !late && setErrors(result.errors),
        () => undefined
      )
    }, CHECK_AFTER_MILLIS)
    return () => {
      late = true
      clearTimeout(timer)
    }
  }, [id, draft, configure])

  const load = (text: string) => {
    setLoaded(text)
    setDraft(text)
  }
  const rollBack = async () => {
    if (await act(() => mappings.rollBack(id, found.textVersion), `${mapping.file} was rolled back.`)) reload()
  }
  return (
    <Page
      title={mapping.file}
      about={mapping.kind === 'LIBRARY' ? 'A library. A draft of it is run with every mapping that uses it.' : 'A mapping. A draft is run beside the version in use; nothing is sent.'}
      actions={[
        <ReasonedButton key='promote' because={!configure ? ADMINS_DO : !changed ? 'There are no changes.' : errors.length > 0 ? 'The draft does not compile.' : undefined} onClick={() => setPromoting(true)}>
          Promote
        </ReasonedButton>,
        <ReasonedButton key='roll-back' variant='secondary' because={!configure ? ADMINS_DO : !mapping.overridden ? 'The file is in use; there is nothing to roll back.' : undefined} onClick={() => void rollBack()}>
          Roll back
        </ReasonedButton>,
        <Button key='discard' variant='link' isDisabled={!changed} onClick={() => load(found.text)}>
          Discard draft
        </Button>,
        <Button key='back' variant='link' onClick={() => open('mappings')}>
          Back
        </Button>,
      ]}
    >
      {mapping.refused && <Notice variant='danger' title={`The newest version is not in use. ${spoken(mapping.refused)}`} />}
      {mapping.fileChanged && (
        <Notice variant='warning' title='The file has changed since this version was promoted in its place.'>
          {found.fileText !== undefined && (
            <Button variant='link' isInline onClick={() => load(found.fileText ?? '')}>
              Open the text of the file as a draft
            </Button>
          )}
        </Notice>
      )}
      <Details
        details={[
          ['Source', originOf(mapping)],
          ['In use since', <When time={mapping.since} never='unknown' />],
          ['Reason', mapping.reason],
          ['Version', <code>{shortVersion(mapping.version)}</code>],
          ['File', mapping.location],
          ['Uses', mapping.uses.length > 0 ? <Files files={mapping.uses} /> : undefined],
          ['Used by', mapping.usedBy.length > 0 ? <Files files={mapping.usedBy.map(name => `${name}.ds`)} /> : undefined],
        ]}
      />
      <Editor text={loaded} label={`Text of ${mapping.file}`} errors={errors} readOnly={!configure} onChange={setDraft} />
      <div role='status' aria-label='Errors of the draft'>
        {errors.map(error => (
          <Notice key={`${error.file}:${error.line}:${error.column}`} isPlain variant='danger' title={`${error.file}${error.line > 0 ? `, line ${error.line}, column ${error.column}` : ''}: ${error.reason}`} />
        ))}
      </div>
      {configure && <DraftRun id={id} draft={draft} example={found.example} isBroken={errors.length > 0} />}
      {found.failures.length > 0 && <Content component='h2'>Last failures</Content>}
      <List isPlain>
        {found.failures.map(failure => (
          <ListItem key={failure.entry}>
            <When time={failure.at} /> {failure.subject} <Link page={`log/${failure.entry}`}>{spoken(failure.cause)}</Link>
          </ListItem>
        ))}
      </List>
      <History id={id} version={mapping.version} onOpen={load} />
      {promoting && (
        <Confirm
          title={`Promote ${mapping.file}?`}
          verb='Promote'
          reasoned
          onClose={() => setPromoting(false)}
          onConfirm={async reason => {
            if (await act(() => mappings.promote(id, draft, found.textVersion, reason), `${mapping.file} was promoted.`)) reload()
          }}
        >
          The draft replaces the version in use on all nodes, for every connection. A mapping that a running job has not yet begun runs in the new version.
        </Confirm>
      )}
    </Page>
  )
}

const Files: React.FC<{ files: string[] }> = ({ files }) => (
  <>
    {files.map((file, position) => (
      <React.Fragment key={file}>
        {position > 0 && ', '}
        <Link page={`mappings/${idOf(file)}`}>{file}</Link>
      </React.Fragment>
    ))}
  </>
)
