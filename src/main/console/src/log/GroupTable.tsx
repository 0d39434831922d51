import React, { useState } from 'react'
import { ExpandableRowContent, Table, Tbody, Td, Th, Thead, Tr } from '@patternfly/react-table'
import { inWords } from '../hub/jobs'
import { aboutOf, type LogGroup } from '../hub/log'
import { OPERATORS_DO } from '../hub/me'
import { Link } from '../ui/Link'
import { ReasonedButton } from '../ui/ReasonedButton'
import { sortingOf } from '../ui/sorting'
import { spoken } from '../ui/spoken'
import { useNames } from '../ui/useNames'
import { useRights } from '../ui/useRights'
import { When } from '../ui/When'
import { GroupEntries } from './GroupEntries'
import { isMuted } from './handling'
import { HandlingDialog } from './HandlingDialog'
import { HandlingLabels } from './HandlingLabels'

const COLUMNS = ['entries', 'failures', 'last']

interface Props {
  groups: LogGroup[]
  search: Record<string, string>
  sort: string
  onSort: (sort: string) => void
  onReplay: (group: LogGroup) => void
  reload: () => void
}

/** Failures by cause; each group opens to its entries. */
export const GroupTable: React.FC<Props> = ({ groups, search, sort, onSort, onReplay, reload }) => {
  const { operate } = useRights()
  const nameOf = useNames()
  const [opened, setOpened] = useState<string[]>([])
  const [handled, setHandled] = useState<LogGroup>()
  const by = (column: string) => sortingOf(COLUMNS, column, sort, onSort)
  return (
    <>
      <Table aria-label='Failures by cause' variant='compact'>
        <Thead>
          <Tr>
            <Th screenReaderText='Open' />
            <Th modifier='nowrap' sort={by('entries')}>Entries</Th>
            <Th width={45} modifier='wrap'>Cause</Th>
            <Th modifier='wrap'>Connection</Th>
            <Th modifier='nowrap' sort={by('failures')}>Failures</Th>
            <Th modifier='nowrap' sort={by('last')}>Last</Th>
            <Th screenReaderText='Actions' />
          </Tr>
        </Thead>
        {groups.map((group, row) => {
          const key = group.problem ?? String(group.newest)
          const isOpen = opened.includes(key)
          const problem = group.problem
          return (
            <Tbody key={key} isExpanded={isOpen}>
              <Tr>
                <Td expand={group.entries > 1 ? { rowIndex: row, isExpanded: isOpen, onToggle: () => setOpened(isOpen ? opened.filter(one => one !== key) : [...opened, key]) } : undefined} />
                <Td dataLabel='Entries'>{group.entries.toLocaleString('en')} ×</Td>
                <Td dataLabel='Cause' modifier='breakWord'>
                  <Link page={group.entries > 1 && problem ? 'log' : `log/${group.newest}`} filters={group.entries > 1 && problem ? { ...search, state: search['state'] ?? 'ALL', problem, view: 'entries' } : {}}>
                    {spoken(group.cause)}
                  </Link>
                  <div>
                    {inWords(group.class)}, {group.entries > 1 ? aboutOf({ flow: group.flow }) : aboutOf(group)}
                  </div>
                  <HandlingLabels handling={group.handling} />
                </Td>
                <Td dataLabel='Connection'>{nameOf(group.connection)}</Td>
                <Td dataLabel='Failures'>{group.occurrences.toLocaleString('en')}</Td>
                <Td dataLabel='Last'>
                  <When time={group.lastAt} />
                </Td>
                <Td dataLabel='Actions'>
                  {problem && (group.open > 0 || isMuted(group.handling)) && (
                    <div>
                      <ReasonedButton size='sm' variant='link' because={operate ? undefined : OPERATORS_DO} aria-label={`Handle ${spoken(group.cause)}`} onClick={() => setHandled(group)}>
                        Handle
                      </ReasonedButton>
                      <ReasonedButton size='sm' variant='link' because={operate ? undefined : OPERATORS_DO} aria-label={`Replay ${spoken(group.cause)}`} onClick={() => onReplay(group)}>
                        Replay
                      </ReasonedButton>
                    </div>
                  )}
                </Td>
              </Tr>
              {isOpen && problem && (
                <Tr isExpanded>
                  <Td colSpan={7}>
                    <ExpandableRowContent>
                      <GroupEntries problem={problem} search={search} />
                    </ExpandableRowContent>
                  </Td>
                </Tr>
              )}
            </Tbody>
          )
        })}
      </Table>
      {handled?.problem && (
        <HandlingDialog
          problem={handled.problem}
          cause={handled.cause}
          handling={handled.handling}
          onClose={changed => {
            setHandled(undefined)
            if (changed) reload()
          }}
        />
      )}
    </>
  )
}
