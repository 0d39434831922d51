import React from 'react'
import { ExpandableSection } from '@patternfly/react-core'
import { Table, Tbody, Td, Th, Thead, Tr } from '@patternfly/react-table'
import type { DraftResult, InputResult, ItemChange } from '../hub/mappings'
import { JsonView } from '../ui/JsonView'
import { Notice } from '../ui/Notice'
import { spoken } from '../ui/spoken'
import { aboutOf, countsOf, differs, inputOf, shown, summaryOf } from './words'

const CHANGES: Record<ItemChange['change'], string> = { CHANGED: 'Changed', ADDED: 'Added', REMOVED: 'Removed' }

/** How many items change, in which fields, and which. */
export const DraftResults: React.FC<{ result: DraftResult; isOfEarlierText: boolean }> = ({ result, isOfEarlierText }) => {
  const different = result.results.filter(differs)
  return (
    <div role='status' aria-label='What the draft changes'>
      <Notice variant={result.failed > 0 ? 'danger' : different.length > 0 ? 'warning' : 'success'} title={summaryOf(result)}>
        {aboutOf(result)} {isOfEarlierText && 'The draft was edited after this run.'}
      </Notice>
      {different.map((one, position) => (
        <ExpandableSection key={position} toggleText={`${inputOf(one)}: ${one.failure !== undefined ? 'the draft fails' : countsOf(one)}`} isIndented {...(different.length === 1 ? { isExpanded: true } : {})}>
          <OneInput result={one} />
        </ExpandableSection>
      ))}
      {result.results.length === 1 && result.results[0]?.draft !== undefined && (
        <ExpandableSection toggleText='Whole outputs' isIndented>
          <JsonView title='As it is' text={JSON.stringify(result.results[0].current ?? null)} />
          <JsonView title='As it would be' text={JSON.stringify(result.results[0].draft)} />
        </ExpandableSection>
      )}
    </div>
  )
}

const OneInput: React.FC<{ result: InputResult }> = ({ result }) => (
  <>
    {result.currentFailure !== undefined && <Notice isPlain variant='warning' title={`The version in use fails: ${spoken(result.currentFailure)}`} />}
    {result.failure !== undefined && <Notice isPlain variant='danger' title={`The draft fails: ${spoken(result.failure)}`} />}
    {result.items.length > 0 && (
      <Table aria-label={`Differences of ${inputOf(result)}`} variant='compact'>
        <Thead>
          <Tr>
            <Th width={30}>Item</Th>
            <Th>Field</Th>
            <Th width={25}>As it is</Th>
            <Th width={25}>As it would be</Th>
          </Tr>
        </Thead>
        <Tbody>{result.items.map(rowsOf)}</Tbody>
      </Table>
    )}
  </>
)

function rowsOf(item: ItemChange): React.ReactNode {
  const name = (item.title ?? item.item) || 'Whole output'
  if (item.differences.length === 0) {
    return (
      <Tr key={item.item}>
        <Td dataLabel='Item' modifier='breakWord'>
          {name}
        </Td>
        <Td dataLabel='Field'>{CHANGES[item.change]}</Td>
        <Td dataLabel='As it is' />
        <Td dataLabel='As it would be' />
      </Tr>
    )
  }
  return item.differences.map(difference => (
    <Tr key={item.item + difference.path}>
      <Td dataLabel='Item' modifier='breakWord'>
        {name}
      </Td>
      <Td dataLabel='Field' modifier='breakWord'>
        {difference.path || 'value'}
      </Td>
      <Td dataLabel='As it is' modifier='breakWord'>
        <del>{shown(difference.current)}</del>
      </Td>
      <Td dataLabel='As it would be' modifier='breakWord'>
        <ins>{shown(difference.draft)}</ins>
      </Td>
    </Tr>
  ))
}
