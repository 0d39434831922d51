import React from 'react'
import { clock, exact, relative } from './time'

interface Props {
  time: string | null | undefined
  never?: string
  /** Shown with the wall clock of that zone where the reader's own is another. */
  zone?: string
}

/** A relative time; the exact time is shown on hover. */
export const When: React.FC<Props> = ({ time, never = 'never', zone }) =>
  time ? (
    <time dateTime={time} title={exact(time)} style={{ whiteSpace: 'nowrap' }}>
      {relative(time)}
      {zone && clock(time, zone)}
    </time>
  ) : (
    <>{never}</>
  )
