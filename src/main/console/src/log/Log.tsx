import React from 'react'
import { usePlace } from '../ui/location'
import { NoSuchPage } from '../ui/NoSuchPage'
import { EntryPage } from './EntryPage'
import { LogList } from './LogList'
import { ReplayList } from './ReplayList'
import { ReplayPage } from './ReplayPage'

/** The log: all of it, one entry, the replays, one replay. */
export const Log: React.FC = () => {
  const { rest } = usePlace('log')
  const [first = '', second] = rest.split('/')
  if (first === 'replays') return second ? <ReplayPage key={second} id={second} /> : <ReplayList />
  if (first !== '' && (second || !/^\d+$/.test(first))) return <NoSuchPage page='log' title='Log' />
  return first === '' ? <LogList /> : <EntryPage key={first} id={first} />
}
