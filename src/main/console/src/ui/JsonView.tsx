import React, { useMemo, useState } from 'react'
import { ClipboardCopyButton, CodeBlock, CodeBlockAction, CodeBlockCode, SearchInput } from '@patternfly/react-core'
import { contains, message, parts, pretty, type Json } from './json'

const FIRST = 100

interface Props {
  /** Such as "Request"; also used in the labels of the buttons. */
  title: string
  /** JSON, an HTTP message with a body of JSON, or any other text. */
  text: string
}

/** A payload or a message: JSON is foldable and searchable, anything else is shown as is; everything can be copied. */
export const JsonView: React.FC<Props> = ({ title, text }) => {
  const [search, setSearch] = useState('')
  const [copied, setCopied] = useState(false)
  const { head, body } = useMemo(() => message(text), [text])
  const whole = [head, body === undefined ? '' : pretty(body)].filter(Boolean).join('\n\n')
  const copy = () => void navigator.clipboard.writeText(whole).then(() => setCopied(true))
  const actions = (
    <>
      {typeof body === 'object' && (
        <CodeBlockAction>
          <SearchInput aria-label={`Search in ${title}`} placeholder='Search' value={search} onChange={(_, now) => setSearch(now)} onClear={() => setSearch('')} />
        </CodeBlockAction>
      )}
      <CodeBlockAction>
        <ClipboardCopyButton id={`copy-${title}`} aria-label={`Copy ${title}`} variant='plain' onClick={copy} onTooltipHidden={() => setCopied(false)}>
          {copied ? 'Copied' : `Copy ${title}`}
        </ClipboardCopyButton>
      </CodeBlockAction>
    </>
  )
  return (
    <CodeBlock actions={actions} aria-label={title}>
      {head && <CodeBlockCode>{head}</CodeBlockCode>}
      {body !== undefined && (
        <CodeBlockCode>
          <Node value={body} search={search.trim().toLowerCase()} isTop />
        </CodeBlockCode>
      )}
    </CodeBlock>
  )
}

const Node: React.FC<{ name?: string; value: Json; search: string; isTop?: boolean }> = ({ name, value, search, isTop = false }) => {
  const [asked, setAsked] = useState<boolean>()
  const [most, setMost] = useState(FIRST)
  const label = name === undefined ? null : <Found text={name + ': '} search={search} />
  if (value === null || typeof value !== 'object') {
    return (
      <div>
        {label}
        <Found text={JSON.stringify(value)} search={search} />
      </div>
    )
  }
  const children = parts(value)
  const isOpen = search !== '' ? contains(value, search) : (asked ?? (isTop || children.length <= 8))
  return (
    <details open={isOpen} onToggle={event => search === '' && setAsked(event.currentTarget.open)}>
      <summary style={{ minBlockSize: '24px' }}>
        {label}
        {Array.isArray(value) ? `[${children.length}]` : `{${children.length}}`}
      </summary>
      {isOpen && (
        <div style={{ paddingInlineStart: '1.25rem' }}>
          {children.slice(0, most).map(([key, child]) => (
            <Node key={key} name={key} value={child} search={search} />
          ))}
          {children.length > most && (
            <button type='button' onClick={() => setMost(most + FIRST)}>
              {children.length - most} more
            </button>
          )}
        </div>
      )}
    </details>
  )
}

const Found: React.FC<{ text: string; search: string }> = ({ text, search }) => {
  const at = search === '' ? -1 : text.toLowerCase().indexOf(search)
  if (at < 0) return <>{text}</>
  return (
    <>
      {text.slice(0, at)}
      <mark>{text.slice(at, at + search.length)}</mark>
      {text.slice(at + search.length)}
    </>
  )
}
