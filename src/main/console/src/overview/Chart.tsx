import React from 'react'
import { Content, ExpandableSection } from '@patternfly/react-core'
import { Table, Tbody, Td, Th, Thead, Tr } from '@patternfly/react-table'
import { HEIGHT, WIDTH, type Bar } from './bars'

interface Props {
  title: string
  /** The chart in a sentence. */
  summary: string
  bars: Bar[]
  color: string
  columns: string[]
  /** The cells of each bar, in the order of the columns. */
  rows: string[][]
}

/** A small bar chart with the same figures as a sentence and as a table. */
export const Chart: React.FC<Props> = ({ title, summary, bars, color, columns, rows }) => (
  <section aria-label={title}>
    <Content component='h2'>{title}</Content>
    <p>{summary}</p>
    <svg viewBox={`0 0 ${WIDTH} ${HEIGHT + 2}`} role='img' aria-label={`${title}. ${summary}`} style={{ width: '100%', maxWidth: `${WIDTH}px`, height: 'auto', display: 'block' }}>
      {bars.map((bar, position) => (
        <rect key={position} x={bar.x} y={HEIGHT - bar.height} width={bar.width} height={bar.height} rx={1} fill={color}>
          <title>{rows[position]!.join(', ')}</title>
        </rect>
      ))}
      <line x1={0} x2={WIDTH} y1={HEIGHT + 1} y2={HEIGHT + 1} stroke='currentColor' strokeOpacity={0.4} />
    </svg>
    <ExpandableSection toggleText='As a table'>
      <Table aria-label={title} variant='compact'>
        <Thead>
          <Tr>
            {columns.map(column => (
              <Th key={column}>{column}</Th>
            ))}
          </Tr>
        </Thead>
        <Tbody>
          {rows.map(row => (
            <Tr key={row[0]}>
              {row.map((cell, position) => (
                <Td key={columns[position]} dataLabel={columns[position]}>
                  {cell}
                </Td>
              ))}
            </Tr>
          ))}
        </Tbody>
      </Table>
    </ExpandableSection>
  </section>
)
