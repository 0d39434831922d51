import React, { useState } from 'react'
import { Button, Content, ToggleGroup, ToggleGroupItem } from '@patternfly/react-core'
import { Table, Tbody, Td, Th, Thead, Tr } from '@patternfly/react-table'
import { OPERATORS_DO } from '../hub/me'
import type { Step } from '../hub/projects'
import { ReasonedButton } from '../ui/ReasonedButton'
import { spoken } from '../ui/spoken'
import { useRights } from '../ui/useRights'
import { CallsDialog } from './CallsDialog'
import { ResolveDialog } from './ResolveDialog'
import { StepState } from './states'
import { tree } from './tree'

const FIRST = 200

interface Props {
  /** The heading of the table. */
  title: string
  connection: string
  project: string
  steps: Step[]
  /** Whether a job is running for them. */
  isRunning: boolean
  reload: () => void
}

/** The steps as a tree, or only those that are not done; shows the latter first if some need a person. */
export const StepTable: React.FC<Props> = ({ title, connection, project, steps, isRunning, reload }) => {
  const { operate } = useRights()
  const [asked, setAsked] = useState<'all' | 'open'>()
  const [most, setMost] = useState(FIRST)
  const [calls, setCalls] = useState<Step>()
  const [unknown, setUnknown] = useState<Step>()
  const open = steps.filter(step => step.state !== 'DONE')
  const only = asked ?? (!isRunning && steps.some(step => step.state === 'REJECTED' || step.state === 'UNKNOWN') ? 'open' : 'all')
  const rows = only === 'all' ? tree(steps) : open.map(item => ({ item, depth: 0 }))
  return (
    <>
      <Content component='h2'>{title}</Content>
      <ToggleGroup aria-label={`Which steps: ${title}`}>
        <ToggleGroupItem buttonId={`all-${title}`} text={`All ${steps.length}`} isSelected={only === 'all'} onChange={() => setAsked('all')} />
        <ToggleGroupItem buttonId={`open-${title}`} text={`Not done ${open.length}`} isSelected={only === 'open'} onChange={() => setAsked('open')} />
      </ToggleGroup>
      <Table aria-label={title === 'In the PSA' ? 'Steps' : `Steps: ${title}`} variant='compact'>
        <Thead>
          <Tr>
            <Th width={35} modifier='wrap'>Step</Th>
            <Th modifier='wrap'>State</Th>
            <Th modifier='wrap'>Record</Th>
            <Th width={35} modifier='wrap'>Cause and remedy</Th>
            <Th screenReaderText='Actions' />
          </Tr>
        </Thead>
        <Tbody>
          {rows.slice(0, most).map(({ item: step, depth }) => (
            <Tr key={step.key}>
              <Td dataLabel='Step' modifier='breakWord'>
                <div style={{ paddingInlineStart: `${depth * 1.5}rem` }}>
                  {step.title}
                  {!step.inPlan && ' (no longer in ScopeStack)'}
                </div>
              </Td>
              <Td dataLabel='State'>
                <StepState state={step.state} isRunning={isRunning} />
              </Td>
              <Td dataLabel='Record'>
                {step.link ? (
                  <a href={step.link} target='_blank' rel='noreferrer noopener'>
                    {step.remoteId}
                  </a>
                ) : (
                  step.remoteId
                )}
              </Td>
              <Td dataLabel='Cause and remedy' modifier='breakWord'>
                {spoken([step.cause, step.remedy, ...(step.warnings ?? [])].filter(Boolean).join(' '))}
              </Td>
              <Td dataLabel='Actions'>
                {(step.state === 'UNKNOWN' || step.state === 'REJECTED') && (
                  <ReasonedButton size='sm' because={operate ? undefined : OPERATORS_DO} onClick={() => setUnknown(step)}>
                    Resolve
                  </ReasonedButton>
                )}
                <Button size='sm' variant='link' aria-label={`Calls of ${step.title}`} onClick={() => setCalls(step)}>
                  Calls
                </Button>
              </Td>
            </Tr>
          ))}
        </Tbody>
      </Table>
      {rows.length > most && (
        <Button variant='link' onClick={() => setMost(most + FIRST)}>
          {rows.length - most} more
        </Button>
      )}
      {calls && <CallsDialog connection={connection} project={project} step={calls} onClose={() => setCalls(undefined)} />}
      {unknown && <ResolveDialog connection={connection} project={project} step={unknown} onClose={() => (setUnknown(undefined), reload())} />}
    </>
  )
}
