import React from 'react'
import { Content, Flex, Label, Spinner } from '@patternfly/react-core'
import { Table, Tbody, Td, Th, Thead, Tr } from '@patternfly/react-table'
import { alerts, type Problem, type Rule, type Target } from '../hub/alerts'
import { wordsOf } from '../hub/jobs'
import { ADMINS_DO } from '../hub/me'
import { Link } from '../ui/Link'
import { open } from '../ui/location'
import { Nothing } from '../ui/Nothing'
import { Page } from '../ui/Page'
import { ReasonedButton } from '../ui/ReasonedButton'
import { spoken } from '../ui/spoken'
import { Trouble } from '../ui/Trouble'
import { useData } from '../ui/useData'
import { useNames } from '../ui/useNames'
import { useRights } from '../ui/useRights'
import { When } from '../ui/When'
import { DeliveryList } from './DeliveryList'
import { conditionOf, quietOf } from './words'

/** Open problems, targets, rules and the last deliveries. */
export const AlertLists: React.FC = () => {
  const { configure } = useRights()
  const targets = useData(alerts.targets, 'alert targets', 5000)
  const rules = useData(alerts.rules, 'alert rules', 10000)
  const problems = useData(alerts.problems, 'alert problems', 5000)
  const channels = useData(alerts.channels, 'alert channels')
  const title = (id: string) => channels.data?.find(one => one.id === id)?.title ?? id
  const nameOf = useNames()
  const names = new Map((targets.data ?? []).map(one => [one.id, one.name]))
  const noTarget = targets.data?.length === 0
  return (
    <Page
      title='Alerts'
      about='Who is notified when a problem opens and when it is over.'
      actions={[
        <ReasonedButton key='rule' because={!configure ? ADMINS_DO : noTarget ? 'Add a target first.' : undefined} onClick={() => open('alerts/rules/new')}>
          Add rule
        </ReasonedButton>,
      ]}
    >
      <Trouble failure={targets.failure ?? rules.failure ?? problems.failure} again={targets.reload} />
      {!targets.data && targets.loading && <Spinner aria-label='Loading' />}
      <Content component='h2'>Targets</Content>
      {noTarget && <Nothing title='There are no targets'>A target is where messages are sent. Add one, send a test, then add a rule.</Nothing>}
      <Flex gap={{ default: 'gapSm' }} alignItems={{ default: 'alignItemsCenter' }}>
        <span>Add target:</span>
        {(channels.data ?? []).map(channel => (
          <ReasonedButton key={channel.id} variant='secondary' because={configure ? undefined : ADMINS_DO} onClick={() => open(`alerts/targets/new/${channel.id}`)}>
            {channel.title}
          </ReasonedButton>
        ))}
      </Flex>
      {targets.data && targets.data.length > 0 && <TargetTable targets={targets.data} title={title} />}
      <Content component='h2'>Rules</Content>
      {rules.data?.length === 0 && <p>None. Nothing is sent without a rule.</p>}
      {rules.data && rules.data.length > 0 && <RuleTable rules={rules.data} names={names} nameOf={nameOf} />}
      <Content component='h2'>Open problems</Content>
      {problems.data?.length === 0 && <p>None.</p>}
      {problems.data && problems.data.length > 0 && <ProblemTable problems={problems.data} nameOf={nameOf} />}
      <DeliveryList targets={targets.data ?? []} />
    </Page>
  )
}

const TargetTable: React.FC<{ targets: Target[]; title: (channel: string) => string }> = ({ targets, title }) => (
  <Table aria-label='Targets' variant='compact'>
    <Thead>
      <Tr>
        <Th>Name</Th>
        <Th>Channel</Th>
        <Th modifier='wrap'>Sent to</Th>
        <Th>State</Th>
        <Th modifier='wrap'>Last sent</Th>
        <Th width={30}>Last error</Th>
      </Tr>
    </Thead>
    <Tbody>
      {targets.map(target => (
        <Tr key={target.id}>
          <Td dataLabel='Name' modifier='breakWord'>
            <Link page={`alerts/targets/${target.id}`}>{target.name}</Link>
          </Td>
          <Td dataLabel='Channel'>{title(target.channel)}</Td>
          <Td dataLabel='Sent to' modifier='breakWord'>
            {target.sentTo}
          </Td>
          <Td dataLabel='State'>{target.enabled ? <Label status='success'>Enabled</Label> : <Label>Disabled</Label>}</Td>
          <Td dataLabel='Last sent'>
            <When time={target.lastSentAt} />
          </Td>
          <Td dataLabel='Last error' modifier='breakWord'>
            {target.lastError && spoken(target.lastError)}
          </Td>
        </Tr>
      ))}
    </Tbody>
  </Table>
)

const RuleTable: React.FC<{ rules: Rule[]; names: Map<number, string>; nameOf: (connection: string | undefined) => string }> = ({ rules, names, nameOf }) => (
  <Table aria-label='Rules' variant='compact'>
    <Thead>
      <Tr>
        <Th>Name</Th>
        <Th width={30}>Reports</Th>
        <Th>To</Th>
        <Th>Quiet</Th>
        <Th>State</Th>
      </Tr>
    </Thead>
    <Tbody>
      {rules.map(rule => (
        <Tr key={rule.id}>
          <Td dataLabel='Name' modifier='breakWord'>
            <Link page={`alerts/rules/${rule.id}`}>{rule.name}</Link>
          </Td>
          <Td dataLabel='Reports' modifier='breakWord'>
            {conditionOf(rule, nameOf)}
          </Td>
          <Td dataLabel='To' modifier='breakWord'>
            {rule.targets.map(id => names.get(id) ?? 'a deleted target').join(', ')}
          </Td>
          <Td dataLabel='Quiet' modifier='breakWord'>
            {quietOf(rule)}
          </Td>
          <Td dataLabel='State'>{rule.enabled ? <Label status='success'>Enabled</Label> : <Label>Disabled</Label>}</Td>
        </Tr>
      ))}
    </Tbody>
  </Table>
)

const ProblemTable: React.FC<{ problems: Problem[]; nameOf: (connection: string | undefined) => string }> = ({ problems, nameOf }) => (
  <Table aria-label='Open problems' variant='compact'>
    <Thead>
      <Tr>
        <Th>Opened</Th>
        <Th>Connection</Th>
        <Th>Flow</Th>
        <Th>Failures</Th>
        <Th width={50}>Cause</Th>
      </Tr>
    </Thead>
    <Tbody>
      {problems.map(problem => (
        <Tr key={problem.id}>
          <Td dataLabel='Opened'>
            <When time={problem.openedAt} />
          </Td>
          <Td dataLabel='Connection'>{nameOf(problem.connection)}</Td>
          <Td dataLabel='Flow'>{wordsOf(problem.flow)}</Td>
          <Td dataLabel='Failures'>{problem.failures.toLocaleString('en')}</Td>
          <Td dataLabel='Cause' modifier='breakWord'>
            <Link page={`log/${problem.entry}`}>{spoken(problem.cause)}</Link>
          </Td>
        </Tr>
      ))}
    </Tbody>
  </Table>
)
