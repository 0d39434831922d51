import React, { useState } from 'react'
import { Button, Flex, FlexItem } from '@patternfly/react-core'
import { inWords, wordsOf } from '../hub/jobs'
import { CLASSES, FLOWS } from '../hub/log'
import { ConnectionFilter, useConnections } from '../ui/ConnectionFilter'
import { FilterBar } from '../ui/FilterBar'
import { FilterMoment } from '../ui/FilterMoment'
import { FilterSelect } from '../ui/FilterSelect'
import { FilterText } from '../ui/FilterText'
import { DEFAULT_STATE, isFiltered, PERIODS } from './search'

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
          <FilterMoment label='From' value={is('from')} onChange={from => onChange({ from, since: '' })} />
          <FilterMoment label='To' value={is('to')} onChange={to => onChange({ to, since: '' })} />
        </FilterBar>
      )}
    </>
  )
}

function asRead(value: string): { value: string; label: string } {
  return { value, label: inWords(value) }
}
