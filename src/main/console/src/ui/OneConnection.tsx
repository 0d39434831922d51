import React from 'react'
import { FormSelect, FormSelectOption, Spinner } from '@patternfly/react-core'
import { Link } from './Link'
import { Nothing } from './Nothing'
import { Trouble } from './Trouble'
import { useConnections } from './ConnectionFilter'

interface Props {
  /** The id of the selected connection; the first one if none is selected. */
  value: string
  children: (connection: string, choose: (onChange: (id: string) => void) => React.ReactNode) => React.ReactNode
}

/** For lists that always show one connection: says what to do if there is none. */
export const OneConnection: React.FC<Props> = ({ value, children }) => {
  const { data, failure, reload } = useConnections()
  if (!data) return failure ? <Trouble failure={failure} again={reload} /> : <Spinner aria-label='Loading' />
  const chosen = data.find(one => one.id === value) ?? data[0]
  if (!chosen) {
    return (
      <Nothing title='No connections yet'>
        Connect a PSA under <Link page='apps'>Connected apps</Link>.
      </Nothing>
    )
  }
  return (
    <>
      {children(chosen.id, onChange => (
        <FormSelect aria-label='Connection' value={chosen.id} onChange={(_, id) => onChange(id)}>
          {data.map(one => (
            <FormSelectOption key={one.id} value={one.id} label={one.name} />
          ))}
        </FormSelect>
      ))}
    </>
  )
}
