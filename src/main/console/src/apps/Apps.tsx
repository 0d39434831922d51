import React from 'react'
import { DriftPage } from '../drift/DriftPage'
import { usePlace } from '../ui/location'
import { NoSuchPage } from '../ui/NoSuchPage'
import { AppPage } from './AppPage'
import { AppTiles } from './AppTiles'
import { NewApp } from './NewApp'

/** Connected apps: all of them, one, its drift, or a new one. */
export const Apps: React.FC = () => {
  const { rest } = usePlace('apps')
  const [first = '', second] = rest.split('/')
  if (first === '') return <AppTiles />
  if (first === 'new' && second) return <NewApp system={second} />
  if (second === 'drift') return <DriftPage key={first} connection={first} />
  if (second) return <NoSuchPage page='apps' title='Connected apps' />
  return <AppPage key={first} id={first} />
}
