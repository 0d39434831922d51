import React, { useState } from 'react'
import { ActionList, ActionListItem, Alert, AlertGroup, Button, Content, List, ListItem } from '@patternfly/react-core'
import { Table, Tbody, Td, Th, Thead, Tr } from '@patternfly/react-table'
import type { Preview, Prospect } from '../hub/projects'
import { duration } from '../ui/time'
import { PROSPECT, StepProspect } from './states'
import { tree } from './tree'

const FIRST = 200

/** What Submit would do, step by step, and what it costs; what is done with it stands above the steps, which may be thousands. */
export const PreviewTree: React.FC<{ preview: Preview; children: React.ReactNode }> = ({ preview, children }) => {
  const [most, setMost] = useState(FIRST)
  const rows = tree(preview.steps ?? [])
  return (
    <>
      <Content component='h2'>Preview</Content>
      <AlertGroup>
        <Alert isInline variant={preview.state === 'READY' ? 'info' : 'warning'} title={totals(preview)}>
          {cost(preview)}
        </Alert>
        {preview.warnings && preview.warnings.length > 0 && (
          <Alert isInline variant='warning' title='Not everything can be carried over as it is'>
            <List>
              {preview.warnings.map(warning => (
                <ListItem key={(warning.step ?? '') + warning.text}>{warning.text}</ListItem>
              ))}
            </List>
          </Alert>
        )}
      </AlertGroup>
      <ActionList style={{ marginBlock: '1rem' }}>
        <ActionListItem>{children}</ActionListItem>
      </ActionList>
      <Table aria-label='Preview' variant='compact'>
        <Thead>
          <Tr>
            <Th width={50} modifier='wrap'>What</Th>
            <Th modifier='wrap'>Will be</Th>
            <Th modifier='wrap'>Remarks</Th>
          </Tr>
        </Thead>
        <Tbody>
          {rows.slice(0, most).map(({ item: step, depth }) => (
            <Tr key={step.key}>
              <Td dataLabel='What' modifier='breakWord'>
                <div style={{ paddingInlineStart: `${depth * 1.5}rem` }}>{step.title}</div>
              </Td>
              <Td dataLabel='Will be'>
                <StepProspect what={step.what} />
              </Td>
              <Td dataLabel='Remarks' modifier='breakWord'>
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
  const counted = Object.entries(preview.totals ?? {}) as [Prospect, number][]
  return 'Will be: ' + counted.map(([what, count]) => `${count} ${PROSPECT[what].text.toLowerCase()}`).join(', ')
}

function cost({ effort }: Preview): string {
  if (!effort) return ''
  const share = effort.percentOfBudget === null ? '' : `, ${effort.percentOfBudget} % of the hour's budget (${(effort.callsLeft ?? 0).toLocaleString('en')} calls left)`
  return `${effort.calls} calls${share}, about ${duration(effort.seconds)}.`
}
