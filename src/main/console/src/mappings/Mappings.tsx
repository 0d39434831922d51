import React from 'react'
import { usePlace } from '../ui/location'
import { MappingList } from './MappingList'
import { MappingPage } from './MappingPage'
import { idOf } from '../hub/mappings'

/** Mappings: all of them, or one with its draft; its path is an address, too. */
export const Mappings: React.FC = () => {
  const { rest } = usePlace('mappings')
  return rest ? <MappingPage key={rest} id={idOf(rest)} /> : <MappingList />
}
