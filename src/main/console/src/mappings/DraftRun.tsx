import React, { useState } from 'react'
import { Content, Flex, FormSelect, FormSelectOption, TextInput } from '@patternfly/react-core'
import { mappings, type DraftResult, type Over } from '../hub/mappings'
import { ReasonedButton } from '../ui/ReasonedButton'
import { Trouble } from '../ui/Trouble'
import { DraftResults } from './DraftResults'

type Kind = 'example' | 'last' | 'project'

const KINDS: [Kind, string][] = [
  ['last', 'the last real inputs'],
  ['project', 'one project'],
  ['example', 'the example'],
]

interface Props {
  id: string
  draft: string
  /** Whether there is an example. */
  example: boolean
  isBroken: boolean
}

/** Runs the draft beside the version in use, and shows what differs. */
export const DraftRun: React.FC<Props> = ({ id, draft, example, isBroken }) => {
  const [kind, setKind] = useState<Kind>(example ? 'example' : 'last')
  const [last, setLast] = useState('200')
  const [project, setProject] = useState('')
  const [running, setRunning] = useState(false)
  const [failure, setFailure] = useState<Error>()
  const [result, setResult] = useState<{ of: string; found: DraftResult }>()
  const over: Over = kind === 'example' ? { example: true } : kind === 'last' ? { last: Number(last) } : { project: project.trim() }
  const run = async () => {
    setRunning(true)
    setFailure(undefined)
    try {
      setResult({ of: draft, found: await mappings.run(id, draft, over) })
    } catch (reason) {
      setResult(undefined)
      setFailure(reason instanceof Error ? reason : new Error(String(reason)))
    }
    setRunning(false)
  }
  return (
    <section aria-label='Run the draft'>
      <Content component='h2'>Run the draft</Content>
      <Flex gap={{ default: 'gapSm' }} alignItems={{ default: 'alignItemsCenter' }}>
        <div style={{ inlineSize: '18rem' }}>
          <FormSelect aria-label='Run over' value={kind} onChange={(_, chosen) => setKind(chosen as Kind)}>
            {KINDS.filter(([one]) => example || one !== 'example').map(([one, label]) => (
              <FormSelectOption key={one} value={one} label={`Run over ${label}`} />
            ))}
          </FormSelect>
        </div>
        {kind === 'last' && (
          <div style={{ inlineSize: '7rem' }}>
            <TextInput aria-label='Number of inputs' type='number' min={1} max={500} value={last} onChange={(_, text) => setLast(text)} />
          </div>
        )}
        {kind === 'project' && (
          <div style={{ inlineSize: '12rem' }}>
            <TextInput aria-label='Project' placeholder='Id in ScopeStack' value={project} onChange={(_, text) => setProject(text)} />
          </div>
        )}
        <ReasonedButton
          variant='secondary'
          because={isBroken ? 'The draft does not compile.' : kind === 'project' && project.trim() === '' ? 'Enter the id of a project.' : undefined}
          isLoading={running}
          isDisabled={running}
          onClick={() => void run()}
        >
          Run draft
        </ReasonedButton>
      </Flex>
      <div style={{ marginBlockStart: '1rem' }}>
        <Trouble failure={failure} />
        {result && <DraftResults result={result.found} isOfEarlierText={result.of !== draft} />}
      </div>
    </section>
  )
}
