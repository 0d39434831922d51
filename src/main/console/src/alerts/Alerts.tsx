import React from 'react'
import { usePlace } from '../ui/location'
import { AlertLists } from './AlertLists'
import { NewRule, RulePage } from './RulePage'
import { NewTarget, TargetPage } from './TargetPage'

/** Alerts: what is sent to whom, one rule or one target. */
export const Alerts: React.FC = () => {
  const { rest } = usePlace('alerts')
  const [first = '', second = '', third] = rest.split('/')
  if (first === 'targets' && second === 'new' && third) return <NewTarget key={third} channel={third} />
  if (first === 'targets' && second) return <TargetPage key={second} id={second} />
  if (first === 'rules' && second === 'new') return <NewRule />
  if (first === 'rules' && second) return <RulePage key={second} id={second} />
  return <AlertLists />
}
