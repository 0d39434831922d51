import React from 'react'
import { usePlace } from '../ui/location'
import { NewUser } from './NewUser'
import { UserList } from './UserList'
import { UserPage } from './UserPage'

/** Users: the list, one user, or a new one. */
export const Users: React.FC = () => {
  const { rest, filters } = usePlace('users')
  if (rest) return <UserPage key={rest} name={rest} />
  return filters['view'] === 'add' ? <NewUser /> : <UserList />
}
