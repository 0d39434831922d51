import React, { useEffect, useRef } from 'react'
import { defaultKeymap, history, historyKeymap } from '@codemirror/commands'
import { bracketMatching, HighlightStyle, indentUnit, syntaxHighlighting } from '@codemirror/language'
import { lintGutter, setDiagnostics, type Diagnostic } from '@codemirror/lint'
import { EditorState, type Text } from '@codemirror/state'
import { drawSelection, EditorView, highlightActiveLine, keymap, lineNumbers } from '@codemirror/view'
import { tags } from '@lezer/highlight'
import type { Place } from '../hub/mappings'
import { jsonnet } from './jsonnet'

// The colours of the console, in its light and its dark scheme.
const colour = (name: string) => `var(--pf-t--global--${name})`
const THEME = EditorView.theme({
  '&': { color: colour('text--color--regular'), backgroundColor: colour('background--color--primary--default'), border: `1px solid ${colour('border--color--default')}`, maxHeight: '60vh' },
  '.cm-scroller': { fontFamily: colour('font--family--mono'), fontSize: '0.875rem', overflow: 'auto' },
  '.cm-content': { caretColor: colour('text--color--regular') },
  '.cm-gutters': { color: colour('text--color--subtle'), backgroundColor: colour('background--color--secondary--default'), border: 'none' },
  '.cm-activeLine, .cm-activeLineGutter': { backgroundColor: 'transparent' },
  '.cm-cursor': { borderLeftColor: colour('text--color--regular') },
  '&.cm-focused': { outline: `2px solid ${colour('border--color--clicked')}` },
  '.cm-tooltip': { color: colour('text--color--regular'), backgroundColor: colour('background--color--floating--default') },
})
const COLOURS = HighlightStyle.define([
  { tag: tags.comment, color: colour('text--color--subtle'), fontStyle: 'italic' },
  { tag: tags.string, color: colour('text--color--status--success--default') },
  { tag: [tags.keyword, tags.atom], color: colour('text--color--link--default'), fontWeight: 'bold' },
  { tag: tags.number, color: colour('text--color--status--danger--default') },
  { tag: [tags.propertyName, tags.function(tags.variableName)], fontWeight: 'bold' },
])

interface Props {
  /** The initial text; a change of it replaces what was typed. */
  text: string
  label: string
  errors: Place[]
  readOnly: boolean
  onChange: (text: string) => void
}

/** A text editor for mappings, with errors at their line and column. */
export const Editor: React.FC<Props> = ({ text, label, errors, readOnly, onChange }) => {
  const place = useRef<HTMLDivElement>(null)
  const editor = useRef<EditorView>()
  const changed = useRef(onChange)
  changed.current = onChange

  useEffect(() => {
    if (!place.current) return undefined
    const view = new EditorView({
      parent: place.current,
      state: EditorState.create({
        doc: text,
        extensions: [
          lineNumbers(),
          lintGutter(),
          history(),
          drawSelection(),
          highlightActiveLine(),
          bracketMatching(),
          indentUnit.of('  '),
          jsonnet,
          syntaxHighlighting(COLOURS),
          THEME,
          // In the order of the keyboard even if it is read-only: it scrolls.
          EditorView.contentAttributes.of({ 'aria-label': label, tabindex: '0' }),
          EditorState.readOnly.of(readOnly),
          keymap.of([...defaultKeymap, ...historyKeymap]),
          EditorView.updateListener.of(update => update.docChanged && changed.current(update.state.doc.toString())),
        ],
      }),
    })
    editor.current = view
    return () => view.destroy()
  }, [text, label, readOnly])

  useEffect(() => {
    const view = editor.current
    if (view) view.dispatch(setDiagnostics(view.state, errors.map(error => diagnostic(error, view.state.doc))))
  }, [errors])

  return <div ref={place} />
}

/** At the place of the error; at the beginning if that is unknown. */
export function diagnostic(error: Place, doc: Text): Diagnostic {
  const line = doc.line(Math.min(Math.max(error.line, 1), doc.lines))
  const from = Math.min(line.from + Math.max(error.column - 1, 0), line.to)
  return { from, to: Math.min(from + 1, line.to), severity: 'error', message: error.reason }
}
