/** One method's result in an Authentication-Results header (RFC 8601): words in lower case, values as they stand. */
export interface MethodResult {
  /** Such as `dkim`, `spf`, `dmarc`. */
  readonly method: string
  /** Such as `pass`, `fail`, `none`. */
  readonly result: string
  /** By `ptype.property`, such as `header.d`; the first of a name counts. */
  readonly properties: ReadonlyMap<string, string>
}

/** What one server found out about a mail. */
export interface ServerVerdict {
  /** Who speaks; lower case. */
  readonly authservId: string
  readonly results: readonly MethodResult[]
}

/** Longest value that is read. */
const VALUE_MAX = 16_384

/**
 * Reads the value of one Authentication-Results header. Comments are skipped and quotes resolved, so that what is said in
 * one is no result. Undefined for a value that does not end its comments and quotes, has another version, or no speaker.
 */
export function serverVerdict(value: string): ServerVerdict | undefined {
  const parts = value.length > VALUE_MAX ? undefined : tokenParts(value)
  const [speaker, version, ...more] = parts?.[0] ?? []
  if (!parts || !speaker || more.length > 0 || (version !== undefined && version.text !== '1')) return undefined
  return { authservId: lower(speaker.text), results: parts.slice(1).flatMap(methodResult) }
}

/** A word or a quoted string, or `=`, which alone is `isEquals`. Words that touch are one. */
interface Token {
  readonly text: string
  readonly isEquals: boolean
}

/** Tokens between semicolons. One pass. */
function tokenParts(value: string): readonly (readonly Token[])[] | undefined {
  const parts: Token[][] = [[]]
  let word: string | undefined
  const endWord = () => {
    if (word !== undefined) parts.at(-1)?.push({ text: word, isEquals: false })
    word = undefined
  }
  for (let at = 0; at < value.length;) {
    const character = value.charAt(at)
    if (character === '(') {
      endWord()
      const end = commentEnd(value, at)
      if (end === undefined) return undefined
      at = end
      continue
    }
    if (character === '"') {
      const quoted = quotedString(value, at)
      if (quoted === undefined) return undefined
      word = (word ?? '') + quoted.text
      at = quoted.end
      continue
    }
    if (/[\s;=]/u.test(character)) endWord()
    else word = (word ?? '') + character
    if (character === ';') parts.push([])
    if (character === '=') parts.at(-1)?.push({ text: '=', isEquals: true })
    at += 1
  }
  endWord()
  return parts
}

function commentEnd(value: string, start: number): number | undefined {
  let depth = 0
  for (let at = start; at < value.length; at += 1) {
    const character = value.charAt(at)
    if (character === '\\') at += 1
    else if (character === '(') depth += 1
    else if (character === ')') depth -= 1
    if (depth === 0) return at + 1
  }
  return undefined
}

function quotedString(value: string, start: number): { text: string; end: number } | undefined {
  let text = ''
  for (let at = start + 1; at < value.length; at += 1) {
    const character = value.charAt(at)
    if (character === '"') return { text, end: at + 1 }
    if (character === '\\') at += 1
    text += value.charAt(at)
  }
  return undefined
}

/** `method[/version] = result` and properties; a part of another form says nothing. */
function methodResult(tokens: readonly Token[]): readonly MethodResult[] {
  const pairs = nameValuePairs(tokens)
  const [first, ...rest] = pairs ?? []
  const [, method, version] = /^([a-z0-9-]+)(?:\/(\d+))?$/u.exec(first?.name ?? '') ?? []
  if (!first || method === undefined || (version !== undefined && version !== '1')) return []
  const properties = new Map<string, string>()
  for (const { name, value } of rest) if (!properties.has(name)) properties.set(name, value)
  return [{ method, result: lower(first.value), properties }]
}

/** Every `=` has a name before it, perhaps with blanks around its dot, and one value behind it; else nothing. */
function nameValuePairs(tokens: readonly Token[]): readonly { name: string; value: string }[] | undefined {
  const pairs: { name: string; value: string }[] = []
  let name = ''
  for (let at = 0; at < tokens.length; at += 1) {
    const token = tokens[at]
    if (!token) continue
    if (!token.isEquals) {
      name += token.text
      continue
    }
    const value = tokens[(at += 1)]
    if (name === '' || !value || value.isEquals) return undefined
    pairs.push({ name: lower(name), value: value.text })
    name = ''
  }
  return name === '' ? pairs : undefined
}

function lower(text: string): string {
  return text.replace(/[A-Z]/gu, (letter) => letter.toLowerCase())
}
