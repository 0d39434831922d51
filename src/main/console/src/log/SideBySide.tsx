import React, { useState } from 'react'
import { Content, Grid, GridItem, ToggleGroup, ToggleGroupItem } from '@patternfly/react-core'
import { Table, Tbody, Td, Th, Thead, Tr } from '@patternfly/react-table'
import type { LogSource } from '../hub/log'
import { JsonView } from '../ui/JsonView'
import { bodyOf, fieldsOf, mappedBody, shown, type FieldRow } from './compare'

interface Props {
  /** What the mapping was given, or why it is not known. */
  raw: LogSource | undefined
  rawMissing: string
  mapped: unknown
  mappedMissing: string
  request: string | undefined
  response: string | undefined
  /** One below that of the heading above it. */
  heading: 'h2' | 'h3'
}

/** Raw, mapped, sent and answered side by side, and the fields that differ. */
export const SideBySide: React.FC<Props> = ({ raw, rawMissing, mapped, mappedMissing, request, response, heading }) => {
  const fields = fieldsOf(mappedBody(mapped, request), bodyOf(request), bodyOf(response))
  return (
    <>
      {fields.length > 0 && <Fields fields={fields} />}
      <Grid hasGutter lg={6} xl2={3} style={{ marginBlockStart: '1rem' }}>
        <Part heading={heading} title='Raw' about={aboutRaw(raw)} missing={raw?.missing ?? rawMissing} text={rawText(raw)} />
        <Part heading={heading} title='Mapped' about='The step of the plan, as the mapping made it.' missing={mappedMissing} text={mapped === undefined ? undefined : JSON.stringify(mapped)} />
        <Part heading={heading} title='Sent' about='The last request, with the ids of the records that it refers to.' missing='Nothing was sent.' text={request} />
        <Part heading={heading} title='Answer' about='The response to it.' missing={request ? 'There was no response.' : 'Nothing was sent.'} text={response} />
      </Grid>
    </>
  )
}

const Part: React.FC<{ heading: 'h2' | 'h3'; title: string; about: string; missing: string; text: string | undefined }> = ({ heading, title, about, missing, text }) => (
  <GridItem>
    <Content component={heading}>{title}</Content>
    <Content component='p'>{text ? about : missing}</Content>
    {text && <JsonView title={title} text={text} />}
  </GridItem>
)

const Fields: React.FC<{ fields: FieldRow[] }> = ({ fields }) => {
  const different = fields.filter(field => field.differs)
  const [asked, setAsked] = useState<boolean>()
  const all = asked ?? different.length === 0
  return (
    <>
      <ToggleGroup aria-label='Which fields'>
        <ToggleGroupItem buttonId='fields-different' text={`Different ${different.length}`} isSelected={!all} onChange={() => setAsked(false)} />
        <ToggleGroupItem buttonId='fields-all' text={`All fields ${fields.length}`} isSelected={all} onChange={() => setAsked(true)} />
      </ToggleGroup>
      <Table aria-label='Fields' variant='compact'>
        <Thead>
          <Tr>
            <Th modifier='wrap'>Field</Th>
            <Th width={25} modifier='wrap'>Mapped</Th>
            <Th width={25} modifier='wrap'>Sent</Th>
            <Th width={25} modifier='wrap'>Answer</Th>
          </Tr>
        </Thead>
        <Tbody>
          {(all ? fields : different).map(field => (
            <Tr key={field.path}>
              <Td dataLabel='Field' modifier='breakWord'>
                {field.path || 'value'}
                {field.differs && ' (differs)'}
              </Td>
              <Td dataLabel='Mapped' modifier='breakWord'>{shown(field.mapped)}</Td>
              <Td dataLabel='Sent' modifier='breakWord'>{field.differs ? <mark>{shown(field.sent)}</mark> : shown(field.sent)}</Td>
              <Td dataLabel='Answer' modifier='breakWord'>{field.differs && field.answer !== undefined ? <mark>{shown(field.answer)}</mark> : shown(field.answer)}</Td>
            </Tr>
          ))}
        </Tbody>
      </Table>
    </>
  )
}

function aboutRaw(raw: LogSource | undefined): string {
  return raw?.mapping ? `What ${raw.mapping} was given${raw.ofThisJob ? '' : ' by an earlier job with the same subject'}. The responses it was read from are not stored.` : ''
}

/** One record as it is; several with where they were found. */
function rawText(raw: LogSource | undefined): string | undefined {
  if (!raw || raw.records.length === 0) return undefined
  return JSON.stringify(raw.records.length === 1 ? raw.records[0]?.value : Object.fromEntries(raw.records.map(record => [record.pointer, record.value])))
}
