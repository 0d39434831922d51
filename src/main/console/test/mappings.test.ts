import assert from 'node:assert/strict'
import { test } from 'node:test'
import { StringStream } from '@codemirror/language'
import { Text } from '@codemirror/state'
import { diagnostic } from '../src/mappings/Editor'
import { parser } from '../src/mappings/jsonnet'
import { aboutOf, countsOf, originOf, summaryOf } from '../src/mappings/words'
import type { DraftResult, Mapping } from '../src/hub/mappings'

function tokens(text: string): string[] {
  const state = parser.startState!(2)
  return text.split('\n').flatMap(line => {
    const found: string[] = []
    const stream = new StringStream(line, 2, 2)
    while (!stream.eol()) {
      const kind = parser.token(stream, state)
      if (kind) found.push(`${kind}:${stream.current()}`)
      stream.start = stream.pos
    }
    return found
  })
}

test('a mapping is read as tokens', () => {
  assert.deepEqual(tokens("local hours = import 'lib/hours.libsonnet'; // all"), [
    'keyword:local',
    'variableName:hours',
    'operator:=',
    'keyword:import',
    "string:'lib/hours.libsonnet'",
    'comment:// all',
  ])
  assert.deepEqual(tokens('{ budgetHours:: 1.5e3, ok: true, [x]: $.part(self) }'), [
    'propertyName:budgetHours',
    'operator:::',
    'number:1.5e3',
    'propertyName:ok',
    'operator::',
    'atom:true',
    'variableName:x',
    'operator::',
    'operator:$',
    'variableName.function:part',
    'variableName.special:self',
  ])
})

test('comments and texts go over several lines', () => {
  assert.deepEqual(tokens('/** DataSonnet\nversion=2.0\n*/ payload'), ['comment:/** DataSonnet', 'comment:version=2.0', 'comment:*/', 'variableName.standard:payload'])
  assert.deepEqual(tokens('|||\n a "b\n|||, 1'), ['string:|||', 'string: a "b', 'string:|||', 'number:1'])
  assert.deepEqual(tokens(`"a\\"b" + 'c'`), [`string:"a\\"b"`, 'operator:+', `string:'c'`])
})

test('an error is shown at its line and column, and within the text', () => {
  const doc = Text.of(['first', 'second', ''])
  const at = (line: number, column: number) => {
    const { from, to } = diagnostic({ file: 'a.ds', line, column, reason: 'r' }, doc)
    return [from, to]
  }
  assert.deepEqual(at(2, 3), [8, 9])
  assert.deepEqual(at(0, 0), [0, 1])
  assert.deepEqual(at(9, 99), [13, 13])
  assert.deepEqual(at(1, 99), [5, 5])
})

const result: DraftResult = { mappings: [], errors: [], inputs: 200, notRun: 0, same: 31, changed: 4, added: 0, removed: 0, failed: 0, fields: [{ field: 'budgetHours', items: 4 }], results: [] }

test('a result is a sentence', () => {
  assert.equal(summaryOf(result), '31 same, 4 change: budgetHours (4)')
  assert.equal(summaryOf({ ...result, changed: 0, fields: [] }), '31 same')
  assert.equal(countsOf({ same: 1200, changed: 0, added: 2, removed: 1 }), '1,200 same, 2 added, 1 removed')
  assert.equal(aboutOf(result), 'Of 200 inputs. Nothing was sent.')
  assert.equal(aboutOf({ ...result, inputs: 1, failed: 1, notRun: 3 }), 'Of 1 input, the draft fails on 1, 3 not run because the time was up. Nothing was sent.')
})

test('the source of a version says who promoted it', () => {
  assert.equal(originOf({ origin: 'FILE' } as Mapping), 'File')
  assert.equal(originOf({ origin: 'DATABASE', by: 'ada' } as Mapping), 'Promoted by ada')
})
