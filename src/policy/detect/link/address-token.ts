/** How a dot or an at is written: the sign itself, in brackets, or as a bare word that may also be a word. */
export type Writing = 'sign' | 'bracketed' | 'word'

/** A piece of a folded text as addresses are read from it. Positions are of the folded text. */
export interface AddressToken {
  readonly kind: 'label' | 'dot' | 'at' | 'gap' | 'newline' | 'other'
  readonly writing: Writing
  readonly start: number
  readonly end: number
}

const AT_WORDS: ReadonlySet<string> = new Set(
  'at arroba arobase arobas chiocciola klammeraffe apenstaartje malpa snabel-a snabela kukac et'.split(' '),
)
const DOT_WORDS: ReadonlySet<string> = new Set('dot punkt point punto ponto punt kropka nokta prick piste'.split(' '))
const JAPANESE_AT = ['アットマーク', 'アット']
const JAPANESE_DOT = ['トット']

/** `(at)`, `[.]`, `{dot}`; at most one space inside. */
const BRACKETED = /[([{<] ?(@|\.|[a-z]{2,12}) ?[)\]}>]/uy
const PERCENT_AT = '%40'
const MAX_GAP = 3

/** Splits a folded text into what addresses are made of. Linear; covers the text without holes. */
export function addressTokens(text: string): readonly AddressToken[] {
  const tokens: AddressToken[] = []
  for (let at = 0; at < text.length;) {
    const token = tokenAt(text, at)
    tokens.push(token)
    at = token.end
  }
  return tokens
}

function tokenAt(text: string, start: number): AddressToken {
  const unit = text.charAt(start)
  if (unit === '.') return { kind: 'dot', writing: 'sign', start, end: start + 1 }
  if (unit === '@') return { kind: 'at', writing: 'sign', start, end: start + 1 }
  if (unit === '\n') return { kind: 'newline', writing: 'sign', start, end: start + 1 }
  if (unit === ' ' || unit === '\t' || unit === '\u00a0') return gapAt(text, start)
  if (text.startsWith(PERCENT_AT, start)) return { kind: 'at', writing: 'sign', start, end: start + PERCENT_AT.length }
  if (isLabelUnit(text, start)) return labelAt(text, start)
  return (
    bracketedAt(text, start) ?? japaneseAt(text, start) ?? { kind: 'other', writing: 'sign', start, end: start + 1 }
  )
}

function gapAt(text: string, start: number): AddressToken {
  let end = start + 1
  while (end < start + MAX_GAP && (text.charAt(end) === ' ' || text.charAt(end) === '\t')) end += 1
  return { kind: 'gap', writing: 'sign', start, end }
}

function labelAt(text: string, start: number): AddressToken {
  let end = start + 1
  while (end < text.length && isLabelUnit(text, end)) end += 1
  const word = text.slice(start, end)
  if (AT_WORDS.has(word)) return { kind: 'at', writing: 'word', start, end }
  if (DOT_WORDS.has(word)) return { kind: 'dot', writing: 'word', start, end }
  return { kind: 'label', writing: 'sign', start, end }
}

function bracketedAt(text: string, start: number): AddressToken | undefined {
  BRACKETED.lastIndex = start
  const match = BRACKETED.exec(text)
  const inside = match?.[1]
  if (match === null || inside === undefined) return undefined
  const end = start + match[0].length
  if (inside === '@' || AT_WORDS.has(inside)) return { kind: 'at', writing: 'bracketed', start, end }
  if (inside === '.' || DOT_WORDS.has(inside)) return { kind: 'dot', writing: 'bracketed', start, end }
  return undefined
}

function japaneseAt(text: string, start: number): AddressToken | undefined {
  const at = JAPANESE_AT.find((word) => text.startsWith(word, start))
  if (at !== undefined) return { kind: 'at', writing: 'bracketed', start, end: start + at.length }
  const dot = JAPANESE_DOT.find((word) => text.startsWith(word, start))
  return dot === undefined ? undefined : { kind: 'dot', writing: 'bracketed', start, end: start + dot.length }
}

function isLabelUnit(text: string, at: number): boolean {
  const code = text.charCodeAt(at)
  if ((code >= 97 && code <= 122) || (code >= 48 && code <= 57)) return true
  if (code === 45 || code === 95 || code === 43) return true // - _ +
  return code === 37 && !text.startsWith(PERCENT_AT, at)
}
