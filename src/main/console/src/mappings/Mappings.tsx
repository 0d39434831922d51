import React from 'react'
import { usePlace } from '../ui/location'
import { MappingList } from './MappingList'
import { MappingPage } from './MappingPage'

/** Mappings: all of them, or one with its draft. */
export const Mappings: React.FC = () => {
  const { rest } = usePlace('mappings')
  return rest ? <MappingPage key={rest} id={rest} /> : <MappingList />
}
