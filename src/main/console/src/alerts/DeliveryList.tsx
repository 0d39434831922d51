import React from 'react'
import { Content, Label } from '@patternfly/react-core'
import { Table, Tbody, Td, Th, Thead, Tr } from '@patternfly/react-table'
import { alerts, type Delivery, type Target } from '../hub/alerts'
import { OPERATORS_DO } from '../hub/me'
import { act } from '../ui/act'
import { FilterBar } from '../ui/FilterBar'
import { FilterSelect } from '../ui/FilterSelect'
import { usePlace } from '../ui/location'
import { Pager } from '../ui/Pager'
import { ReasonedButton } from '../ui/ReasonedButton'
import { spoken } from '../ui/spoken'
import { Trouble } from '../ui/Trouble'
import { useRights } from '../ui/useRights'
import { useRows } from '../ui/useRows'
import { When } from '../ui/When'
import { KINDS, STATES } from './words'

/** What was sent, what waits, and why something failed. */
export const DeliveryList: React.FC<{ targets: Target[] }> = ({ targets }) => {
  const { filters, filter } = usePlace('alerts')
  const { operate } = useRights()
  const list = useRows<Delivery>('/api/alerts/deliveries', 'deliveries', { target: filters['target'] ?? '', limit: '20' }, 3000)
  const again = async (delivery: Delivery) => {
    await act(() => alerts.sendAgain(delivery.id), 'The message is sent again.')
    list.reload()
  }
  return (
    <>
      <Content component='h2'>Deliveries</Content>
      {targets.length > 1 && (
        <FilterBar>
          <FilterSelect label='Target' value={filters['target'] ?? ''} options={targets.map(one => ({ value: String(one.id), label: one.name }))} onChange={target => filter({ target })} />
        </FilterBar>
      )}
      <Trouble failure={list.failure} again={list.reload} />
      {list.rows?.length === 0 && <p>None.</p>}
      {list.rows && list.rows.length > 0 && (
        <Table aria-label='Deliveries' variant='compact'>
          <Thead>
            <Tr>
              <Th>Created</Th>
              <Th>Message</Th>
              <Th>Target</Th>
              <Th>State</Th>
              <Th>Attempts</Th>
              <Th width={35}>Last error</Th>
              <Th screenReaderText='Action' />
            </Tr>
          </Thead>
          <Tbody>
            {list.rows.map(delivery => (
              <Tr key={delivery.id}>
                <Td dataLabel='Created'>
                  <When time={delivery.createdAt} />
                </Td>
                <Td dataLabel='Message'>{KINDS[delivery.kind]}</Td>
                <Td dataLabel='Target' modifier='breakWord'>
                  {delivery.target}
                </Td>
                <Td dataLabel='State'>
                  <Label status={STATES[delivery.state].status}>{STATES[delivery.state].label}</Label>
                </Td>
                <Td dataLabel='Attempts'>{delivery.attempts}</Td>
                <Td dataLabel='Last error' modifier='breakWord'>
                  {delivery.error && spoken(delivery.error)}
                </Td>
                <Td>
                  {delivery.state === 'FAILED' && (
                    <ReasonedButton variant='link' isInline because={operate ? undefined : OPERATORS_DO} onClick={() => void again(delivery)}>
                      Send again
                    </ReasonedButton>
                  )}
                </Td>
              </Tr>
            ))}
          </Tbody>
        </Table>
      )}
      <Pager rows={list} />
    </>
  )
}
