import { StreamLanguage, type StreamParser } from '@codemirror/language'

interface State {
  /** What ends the comment or string that a line break does not end. */
  until: string | undefined
  isComment: boolean
}

const KEYWORDS = /^(assert|else|error|false|for|function|if|import|importstr|importbin|in|local|null|self|super|tailstrict|then|true)\b/
const ATOMS = ['false', 'null', 'true']
const SELVES = ['self', 'super']

/** Tokens of Jsonnet; the header of DataSonnet is a comment. */
export const parser: StreamParser<State> = {
  name: 'jsonnet',
  startState: () => ({ until: undefined, isComment: false }),
  token(stream, state) {
    if (state.until !== undefined) return rest(stream, state)
    if (stream.eatSpace()) return null
    if (stream.match('//') || stream.match('#')) {
      stream.skipToEnd()
      return 'comment'
    }
    if (stream.match('/*')) return begin(stream, state, '*/', true)
    if (stream.match('|||')) return begin(stream, state, '|||', false)
    if (stream.match('@"')) return begin(stream, state, '"', false)
    if (stream.match("@'")) return begin(stream, state, "'", false)
    const quote = stream.match(/^["']/) as RegExpMatchArray | null
    if (quote) return begin(stream, state, quote[0], false)
    if (stream.match(/^\d+(\.\d+)?([eE][+-]?\d+)?/)) return 'number'
    const keyword = stream.match(KEYWORDS) as RegExpMatchArray | null
    if (keyword) return ATOMS.includes(keyword[0]) ? 'atom' : SELVES.includes(keyword[0]) ? 'variableName.special' : 'keyword'
    if (stream.match(/^(std|ds|hub|payload)\b/)) return 'variableName.standard'
    if (stream.match(/^[A-Za-z_]\w*(?=\s*\+?:{1,3}(?!:))/)) return 'propertyName'
    if (stream.match(/^[A-Za-z_]\w*(?=\()/)) return 'variableName.function'
    if (stream.match(/^[A-Za-z_]\w*/)) return 'variableName'
    if (stream.match(/^[-+*/%&|^!<>=:$]+/)) return 'operator'
    stream.next()
    return null
  },
  languageData: { commentTokens: { line: '//', block: { open: '/*', close: '*/' } }, closeBrackets: { brackets: ['(', '[', '{', "'", '"'] } },
}

type Stream = Parameters<typeof parser.token>[0]

function begin(stream: Stream, state: State, until: string, isComment: boolean): string {
  state.until = until
  state.isComment = isComment
  return rest(stream, state)
}

function rest(stream: Stream, state: State): string {
  const kind = state.isComment ? 'comment' : 'string'
  while (!stream.eol()) {
    if (stream.match(state.until ?? '')) {
      state.until = undefined
      return kind
    }
    if (!state.isComment && stream.peek() === '\\') stream.next()
    stream.next()
  }
  return kind
}

export const jsonnet = StreamLanguage.define(parser)
