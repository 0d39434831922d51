import React, { useState } from 'react'
import { Flex } from '@patternfly/react-core'
import { Table, Tbody, Td, Th, Thead, Tr } from '@patternfly/react-table'
import { drift, type DriftAction, type Finding } from '../hub/drift'
import { OPERATORS_DO } from '../hub/me'
import { act } from '../ui/act'
import { Confirm } from '../ui/Confirm'
import { ReasonedButton } from '../ui/ReasonedButton'
import { useRights } from '../ui/useRights'
import { When } from '../ui/When'
import { ACTIONS, kindOf, madeOf, nowOf, STATES } from './words'

/** What was made next to what is there now, with what can be decided about it. */
export const FindingTable: React.FC<{ title: string; connection: string; findings: Finding[]; reload: () => void }> = ({ title, connection, findings, reload }) => {
  const { operate } = useRights()
  const [asked, setAsked] = useState<{ finding: Finding; action: DriftAction }>()
  return (
    <>
      <Table aria-label={title} variant='compact'>
        <Thead>
          <Tr>
            <Th width={15} modifier='wrap'>Difference</Th>
            <Th width={25} modifier='wrap'>Record</Th>
            <Th width={20} modifier='wrap'>Made</Th>
            <Th width={20} modifier='wrap'>Now</Th>
            <Th modifier='wrap'>Decision</Th>
          </Tr>
        </Thead>
        <Tbody>
          {findings.map(finding => (
            <Tr key={finding.id}>
              <Td dataLabel='Difference'>{kindOf(finding)}</Td>
              <Td dataLabel='Record' modifier='breakWord'>
                {finding.link ? (
                  <a href={finding.link} target='_blank' rel='noreferrer noopener'>
                    {finding.title}
                  </a>
                ) : (
                  finding.title
                )}
              </Td>
              <Td dataLabel='Made' modifier='breakWord'>{madeOf(finding)}</Td>
              <Td dataLabel='Now' modifier='breakWord'>{nowOf(finding)}</Td>
              <Td dataLabel='Decision' modifier='breakWord'>
                {finding.state === 'OPEN' ? (
                  <Flex gap={{ default: 'gapSm' }}>
                    {finding.actions.map(action => (
                      <ReasonedButton key={action} variant='secondary' size='sm' because={operate ? undefined : OPERATORS_DO} onClick={() => setAsked({ finding, action })}>
                        {ACTIONS[action].label}
                      </ReasonedButton>
                    ))}
                  </Flex>
                ) : (
                  <>
                    {STATES[finding.state]} <When time={finding.decidedAt} /> by {finding.decidedBy}: {finding.reason}
                  </>
                )}
              </Td>
            </Tr>
          ))}
        </Tbody>
      </Table>
      {asked && (
        <Confirm
          title={`${ACTIONS[asked.action].label}: ${asked.finding.title}`}
          verb={ACTIONS[asked.action].label}
          reasoned
          onClose={() => setAsked(undefined)}
          onConfirm={async reason => {
            await act(() => drift.decide(connection, asked.finding.id, asked.action, reason), ACTIONS[asked.action].done)
            reload()
          }}
        >
          {ACTIONS[asked.action].about}
        </Confirm>
      )}
    </>
  )
}
