import React from 'react'
import { exact, relative } from './time'

/** A time as people say it; its exact value shows on hover. */
export const When: React.FC<{ time: string | null | undefined; never?: string }> = ({ time, never = 'never' }) =>
  time ? (
    <time dateTime={time} title={exact(time)} style={{ whiteSpace: 'nowrap' }}>
      {relative(time)}
    </time>
  ) : (
    <>{never}</>
  )
