import React, { useState } from 'react'
import { Button, Flex, FlexItem, InputGroup, InputGroupItem, InputGroupText, TextInput } from '@patternfly/react-core'
import { inWords, wordsOf } from '../hub/jobs'
import { CLASSES } from '../hub/log'
import { ConnectionFilter, useConnections } from '../ui/ConnectionFilter'
import { FilterBar } from '../ui/FilterBar'
import { FilterSelect } from '../ui/FilterSelect'
import { FilterText } from '../ui/FilterText'
import { pickable } from '../ui/time'
import { DEFAULT_STATE, isFiltered, PERIODS } from './search'

const FLOWS = ['poll-opportunities', 'refresh-directory', 'refresh-opportunity', 'watch-callbacks', 'link-opportunity', 'watch-projects', 'preview-project', 'push-project', 'sync-revenue', 'create-sales-order', 'check-connection', 'check-drift', 'reload']
const EMPTY = { connection: '', flow: '', class: '', state: '', subject: '', text: '', from: '', to: '', since: '', problem: '' }
const LESS_USED = ['flow', 'subject', 'from', 'to'] as const

interface Props {
  filters: Record<string, string>
  onChange: (changes: Record<string, string>) => void
  /** Beside the links to more filters. */
  children: React.ReactNode
}

/** The usual filters in one row, the others below it on request. */
export const LogFilters: React.FC<Props> = ({ filters, onChange, children }) => {
  const connections = useConnections()
  const is = (name: keyof typeof EMPTY) => filters[name] ?? ''
  const [asked, setAsked] = useState(false)
  const more = asked || LESS_USED.some(name => is(name) !== '')
  return (
    <>
      <FilterBar>
        <FilterText label='Text in cause, field, subject or step' value={is('text')} onChange={text => onChange({ text })} />
        <ConnectionFilter all={connections.data ?? []} value={is('connection')} onChange={connection => onChange({ connection })} />
        <FilterSelect label='State' value={is('state') === 'ALL' ? '' : is('state') || DEFAULT_STATE} options={['OPEN', 'RESOLVED'].map(asRead)} onChange={state => onChange({ state: state || 'ALL' })} />
        <FilterSelect label='Class' value={is('class')} options={CLASSES.map(asRead)} onChange={type => onChange({ class: type })} />
        <FilterSelect label='Time' value={is('since')} options={Object.entries(PERIODS).map(([value, { label }]) => ({ value, label }))} onChange={since => onChange({ since, from: '', to: '' })} />
      </FilterBar>
      <Flex>
        <FlexItem>{children}</FlexItem>
        <Button variant='link' aria-expanded={more} onClick={() => setAsked(!more)}>
          More filters
        </Button>
        {isFiltered(filters) && (
          <Button variant='link' onClick={() => onChange(EMPTY)}>
            Clear filters
          </Button>
        )}
      </Flex>
      {more && (
        <FilterBar label='More filters'>
          <FilterSelect label='Flow' value={is('flow')} options={FLOWS.map(value => ({ value, label: wordsOf(value) }))} onChange={flow => onChange({ flow })} />
          <FilterText label='Subject, such as project:90001' value={is('subject')} onChange={subject => onChange({ subject })} />
          <Moment label='From' value={is('from')} onChange={from => onChange({ from, since: '' })} />
          <Moment label='To' value={is('to')} onChange={to => onChange({ to, since: '' })} />
        </FilterBar>
      )}
    </>
  )
}

const Moment: React.FC<{ label: string; value: string; onChange: (value: string) => void }> = ({ label, value, onChange }) => (
  <InputGroup>
    <InputGroupText>{label}</InputGroupText>
    <InputGroupItem>
      <TextInput type='datetime-local' aria-label={label} value={pickable(value)} onChange={(_, picked) => onChange(picked)} />
    </InputGroupItem>
  </InputGroup>
)

function asRead(value: string): { value: string; label: string } {
  return { value, label: inWords(value) }
}
