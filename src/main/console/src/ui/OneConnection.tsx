import React from 'react'
import { FormSelect, FormSelectOption, Spinner } from '@patternfly/react-core'
import { useConnections } from './ConnectionFilter'
import { Link } from './Link'
import { Nothing } from './Nothing'
import { Trouble } from './Trouble'

/** In place of the id of a connection. */
export const ALL_CONNECTIONS = 'all'

interface Props {
  /** The id of the selected connection, or all; the only one, or all, if none is selected. */
  value: string
  children: (connection: string, choose: (onChange: (id: string) => void) => React.ReactNode) => React.ReactNode
}

/** For lists of one connection or of all: says what to do if there is none. */
export const OneConnection: React.FC<Props> = ({ value, children }) => {
  const { data, failure, reload } = useConnections()
  if (!data) return failure ? <Trouble failure={failure} again={reload} /> : <Spinner aria-label='Loading' />
  const [first] = data
  if (!first) {
    return (
      <Nothing title='No connections yet'>
        Connect a PSA under <Link page='apps'>Connected apps</Link>.
      </Nothing>
    )
  }
  const chosen = data.find(one => one.id === value)?.id ?? (data.length === 1 ? first.id : ALL_CONNECTIONS)
  return (
    <>
      {children(chosen, onChange => (
        <FormSelect aria-label='Connection' value={chosen} onChange={(_, id) => onChange(id)}>
          {data.length > 1 && <FormSelectOption value={ALL_CONNECTIONS} label='Connection: all' />}
          {data.map(one => (
            <FormSelectOption key={one.id} value={one.id} label={one.name} />
          ))}
        </FormSelect>
      ))}
    </>
  )
}
