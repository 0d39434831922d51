import React from 'react'
import { Content } from '@patternfly/react-core'
import { source, type LogDetail } from '../hub/log'
import { OPERATORS_DO } from '../hub/me'
import { useData } from '../ui/useData'
import { useRights } from '../ui/useRights'
import { SideBySide } from './SideBySide'

/** From the source to the answer, of the failed step. */
export const EntrySteps: React.FC<{ entry: LogDetail }> = ({ entry }) => {
  const { operate } = useRights()
  const raw = useData(async signal => (operate ? await source(entry.id, signal) : undefined), `source ${entry.id} ${entry.lastAt} ${String(operate)}`)
  return (
    <>
      <Content component='h2'>From the source to the answer</Content>
      <SideBySide
        raw={raw.data}
        rawMissing={operate ? (raw.failure?.message ?? 'Loading.') : OPERATORS_DO}
        mapped={entry.mapped}
        mappedMissing={entry.step ? 'Not stored: the plan of the job is stored until the job succeeds.' : 'None: the work failed before there was a step.'}
        request={entry.request}
        response={entry.response}
        heading='h3'
      />
    </>
  )
}
