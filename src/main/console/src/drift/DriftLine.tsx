import React from 'react'
import { drift, type Drift } from '../hub/drift'
import { get } from '../hub/http'
import { Link } from '../ui/Link'
import { useData } from '../ui/useData'
import { summaryOf } from './words'

/** How much differs, with a link to it. */
export const DriftLine: React.FC<{ connection: string }> = ({ connection }) => {
  const { data } = useData(signal => get<Drift>(`${drift.address(connection)}?limit=1`, signal), `drift of ${connection}`)
  if (!data?.supported) return null
  return (
    <p>
      <Link page={`apps/${connection}/drift`}>Drift</Link>: {summaryOf(data)}
    </p>
  )
}
