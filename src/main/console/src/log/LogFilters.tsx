import React from 'react'
import { Button, InputGroup, InputGroupItem, InputGroupText, TextInput } from '@patternfly/react-core'
import { inWords, wordsOf } from '../hub/jobs'
import { CLASSES } from '../hub/log'
import { ConnectionFilter, useConnections } from '../ui/ConnectionFilter'
import { FilterBar } from '../ui/FilterBar'
import { FilterSelect } from '../ui/FilterSelect'
import { FilterText } from '../ui/FilterText'
import { pickable } from '../ui/time'

const FLOWS = ['poll-opportunities', 'refresh-directory', 'refresh-opportunity', 'watch-callbacks', 'link-opportunity', 'watch-projects', 'preview-project', 'push-project', 'sync-revenue', 'create-sales-order', 'check-connection', 'check-drift', 'reload']
const EMPTY = { connection: '', flow: '', class: '', state: '', subject: '', text: '', from: '', to: '' }

interface Props {
  filters: Record<string, string>
  onChange: (changes: Record<string, string>) => void
}

export const LogFilters: React.FC<Props> = ({ filters, onChange }) => {
  const connections = useConnections()
  const is = (name: keyof typeof EMPTY) => filters[name] ?? ''
  return (
    <FilterBar>
      <FilterText label='Text in cause, field, subject or step' value={is('text')} onChange={text => onChange({ text })} />
      <ConnectionFilter all={connections.data ?? []} value={is('connection')} onChange={connection => onChange({ connection })} />
      <FilterSelect label='State' value={is('state')} options={['OPEN', 'RESOLVED'].map(asRead)} onChange={state => onChange({ state })} />
      <FilterSelect label='Class' value={is('class')} options={CLASSES.map(asRead)} onChange={type => onChange({ class: type })} />
      <FilterSelect label='Flow' value={is('flow')} options={FLOWS.map(value => ({ value, label: wordsOf(value) }))} onChange={flow => onChange({ flow })} />
      <FilterText label='Subject, such as project:90001' value={is('subject')} onChange={subject => onChange({ subject })} />
      <Moment label='From' value={is('from')} onChange={from => onChange({ from })} />
      <Moment label='To' value={is('to')} onChange={to => onChange({ to })} />
      <Button variant='link' onClick={() => onChange(EMPTY)}>
        Clear filters
      </Button>
    </FilterBar>
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
