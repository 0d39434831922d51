import React, { useState } from 'react'
import { ActionList, ActionListItem, AlertGroup, Button, Content, List, ListItem } from '@patternfly/react-core'
import { Table, Tbody, Td, Th, Thead, Tr } from '@patternfly/react-table'
import type { Preview, PlannedAction } from '../hub/projects'
import { Details } from '../ui/Details'
import { Notice } from '../ui/Notice'
import { duration } from '../ui/time'
import { ACTION, StepAction } from './states'
import { tree } from './tree'

const FIRST = 200

/** What Submit will do, step by step, and its cost; the actions are above the steps, of which there may be thousands. */
export const PreviewTree: React.FC<{ preview: Preview; children: React.ReactNode }> = ({ preview, children }) => {
  const [most, setMost] = useState(FIRST)
  const rows = tree(preview.steps ?? [])
  return (
    <>
      <Content component='h2'>Preview</Content>
      <AlertGroup>
        <Notice variant={preview.state === 'READY' ? 'info' : 'warning'} title={totals(preview)}>
          {cost(preview)}
          {preview.resolved && preview.resolved.length > 0 && <Details details={preview.resolved.map(({ name, value }) => [name, value])} />}
        </Notice>
        {preview.warnings && preview.warnings.length > 0 && (
          <Notice variant='warning' title='Read this before you submit'>
            <List>
              {preview.warnings.map(warning => (
                <ListItem key={(warning.step ?? '') + warning.text}>{warning.text}</ListItem>
              ))}
            </List>
          </Notice>
        )}
      </AlertGroup>
      <ActionList style={{ marginBlock: '1rem' }}>
        <ActionListItem>{children}</ActionListItem>
      </ActionList>
      <Table aria-label='Preview' variant='compact'>
        <Thead>
          <Tr>
            <Th width={50} modifier='wrap'>Step</Th>
            <Th modifier='wrap'>Action</Th>
            <Th modifier='wrap'>Notes</Th>
          </Tr>
        </Thead>
        <Tbody>
          {rows.slice(0, most).map(({ item: step, depth }) => (
            <Tr key={step.key}>
              <Td dataLabel='Step' modifier='breakWord'>
                <div style={{ paddingInlineStart: `${depth * 1.5}rem` }}>{step.title}</div>
              </Td>
              <Td dataLabel='Action'>
                <StepAction what={step.action} />
              </Td>
              <Td dataLabel='Notes' modifier='breakWord'>
                {[step.reason, ...(step.warnings ?? [])].filter(Boolean).join(' ')}
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
    </>
  )
}

function totals(preview: Preview): string {
  const counted = Object.entries(preview.totals ?? {}) as [PlannedAction, number][]
  return counted.map(([what, count]) => `${count.toLocaleString('en')} ${ACTION[what].total}`).join(', ')
}

function cost({ estimate }: Preview): string {
  if (!estimate) return ''
  const share = estimate.percentOfBudget === null ? '' : `, ${estimate.percentOfBudget} % of the hour's budget (${(estimate.callsLeft ?? 0).toLocaleString('en')} calls left)`
  return `${estimate.calls.toLocaleString('en')} calls${share}, about ${duration(estimate.seconds)}.`
}
