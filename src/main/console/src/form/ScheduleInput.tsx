import React, { useState } from 'react'
import { Flex, FlexItem, FormSelect, FormSelectOption, TextInput } from '@patternfly/react-core'
import { asKind, cronOf, DAYS, HOURS, MINUTES, scheduleOf, scheduleWords, type Schedule } from './schedule'

interface Props {
  id: string
  /** The title of the field. */
  title: string
  value: string
  /** Whose clock counts. */
  zone: string
  /** The hub spreads the schedule that nobody has chosen. */
  isDefault: boolean
  isDisabled?: boolean
  validated: 'default' | 'error'
  onChange: (cron: string) => void
}

const KINDS: Record<Schedule['kind'], string> = { minutes: 'Every few minutes', hours: 'Every few hours', daily: 'Every day', weekly: 'Every week', cron: 'Cron expression' }

/** A schedule in words; a cron expression is for what words do not say. */
export const ScheduleInput: React.FC<Props> = ({ id, title, value, zone, isDefault, isDisabled, validated, onChange }) => {
  const [isExpert, setExpert] = useState(false)
  const read = scheduleOf(value)
  const schedule: Schedule = isExpert ? { kind: 'cron', text: value } : read
  const change = (next: Schedule) => onChange(cronOf(next))
  const shared = { isDisabled, validated }
  return (
    <>
      <Flex gap={{ default: 'gapSm' }}>
        <FlexItem>
          <FormSelect
            {...shared}
            id={schedule.kind === 'cron' ? `${id}-kind` : id}
            aria-label={`${title}: how often`}
            value={schedule.kind}
            onChange={(_, kind) => {
              setExpert(kind === 'cron')
              change(asKind(schedule.kind === 'cron' ? read : schedule, kind as Schedule['kind']))
            }}
          >
            {Object.entries(KINDS).map(([kind, label]) => (
              <FormSelectOption key={kind} value={kind} label={label} />
            ))}
          </FormSelect>
        </FlexItem>
        {(schedule.kind === 'minutes' || schedule.kind === 'hours') && (
          <FlexItem>
            <FormSelect {...shared} aria-label={`${title}: interval`} value={schedule.every} onChange={(_, every) => change({ ...schedule, every: Number(every) })}>
              {(schedule.kind === 'minutes' ? MINUTES : HOURS).map(every => (
                <FormSelectOption key={every} value={every} label={scheduleWords({ ...schedule, every }).replace(/ at .*/, '')} />
              ))}
            </FormSelect>
          </FlexItem>
        )}
        {schedule.kind === 'hours' && (
          <FlexItem>
            <FormSelect {...shared} aria-label={`${title}: minute`} value={schedule.minute} onChange={(_, minute) => change({ ...schedule, minute: Number(minute) })}>
              {Array.from({ length: 60 }, (_, minute) => (
                <FormSelectOption key={minute} value={minute} label={`at :${String(minute).padStart(2, '0')}`} />
              ))}
            </FormSelect>
          </FlexItem>
        )}
        {schedule.kind === 'weekly' && (
          <FlexItem>
            <FormSelect {...shared} aria-label={`${title}: day`} value={schedule.day} onChange={(_, day) => change({ ...schedule, day })}>
              {Object.entries(DAYS).map(([day, label]) => (
                <FormSelectOption key={day} value={day} label={label} />
              ))}
            </FormSelect>
          </FlexItem>
        )}
        {(schedule.kind === 'daily' || schedule.kind === 'weekly') && (
          <FlexItem>
            <TextInput {...shared} type='time' aria-label={`${title}: time`} value={schedule.time} onChange={(_, time) => time && change({ ...schedule, time })} />
          </FlexItem>
        )}
        {schedule.kind === 'cron' && (
          <FlexItem>
            <TextInput {...shared} id={id} type='text' aria-label={`${title}: cron expression`} value={value} onChange={(_, text) => onChange(text)} />
          </FlexItem>
        )}
      </Flex>
      <p>
        {scheduleWords(schedule) ? `Runs ${scheduleWords(schedule)}, in ${zone}` : `Time zone: ${zone}`}
        {isDefault && `: up to ${schedule.kind === 'minutes' ? `${schedule.every} minutes` : 'an hour'} later, so that not all connections start at once`}.
      </p>
    </>
  )
}
