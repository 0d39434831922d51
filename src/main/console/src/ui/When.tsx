import React from 'react'
import { exact, relative } from './time'

/** A relative time; the exact time is shown on hover. */
export const When: React.FC<{ time: string | null | undefined; never?: string }> = ({ time, never = 'never' }) =>
  time ? (
    <time dateTime={time} title={exact(time)} style={{ whiteSpace: 'nowrap' }}>
      {relative(time)}
    </time>
  ) : (
    <>{never}</>
  )
