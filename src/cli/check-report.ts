import type { Finding, Span } from '../model/finding.ts'
import type { CheckResult } from '../policy/check/check.ts'
import { detect } from '../policy/detect/detect.ts'
import type { NamedText } from './read-texts.ts'

const VERDICTS = {
  clear: 'safe to send',
  advice: 'may be sent; see the advice',
  blocked: 'would be blocked',
  uncovered: 'in a language the rules do not cover: nobody can say that it is safe',
} as const

/** A longer line is cut around what was found. */
const EXCERPT_CHARACTERS = 100

/** The findings of a text for people: each with its line, what it is, why, from where, and what to do; the verdict last. */
export function report({ name, text }: NamedText, result: CheckResult): readonly string[] {
  const lines = result.findings.flatMap((finding) => describe(name, text, finding))
  return [...lines, `${name}: ${VERDICTS[result.verdict]} (pack ${result.pack})`]
}

/** The findings as workflow commands: `::error file=...,line=...,col=...::reason`. */
export function annotations({ name, text }: NamedText, result: CheckResult): readonly string[] {
  return result.findings.map(({ rule, title, force, reason, span }) => {
    const { line, column } = placeIn(text, span.start)
    const end = placeIn(text, span.end)
    const columns = end.line === line ? `,endColumn=${end.column}` : ''
    const properties = `file=${property(name)},line=${line},endLine=${end.line},col=${column}${columns},title=${property(`${rule} ${title}`)}`
    return `::${force === 'advice' ? 'notice' : 'error'} ${properties}::${reason}`
  })
}

function describe(name: string, text: string, finding: Finding): readonly string[] {
  const { line, column } = placeIn(text, finding.span.start)
  const { rule, force, title, reason, source, fix } = finding
  return [
    `${name}:${line}:${column}: ${rule} ${force}: ${title}`,
    ...excerpt(text, finding.span, line),
    `    ${reason}`,
    `    source: ${source.title}, read ${source.read}, ${source.grade}`,
    ...(fix === undefined ? [] : [`    fix: ${fix.label}${fix.text === '' ? '' : `: ${fix.text}`}`]),
    '',
  ]
}

/** The line with the range underlined. Values are masked: a report is kept longer and read by more people than a text. */
function excerpt(text: string, span: Span, number: number): readonly string[] {
  const masked = withValuesMasked(text)
  const lineStart = text.lastIndexOf('\n', span.start - 1) + 1
  const start = Math.max(lineStart, span.start - EXCERPT_CHARACTERS / 2)
  const lineEnd = (text.indexOf('\n', span.start) + text.length + 1) % (text.length + 1)
  const end = Math.min(lineEnd, start + EXCERPT_CHARACTERS)
  const marked = Math.max(1, Math.min(span.end, end) - span.start)
  const gutter = `    ${number} | `
  return [
    `${gutter}${masked.slice(start, end)}`,
    `${' '.repeat(gutter.length - 2)}| ${' '.repeat(span.start - start)}${'^'.repeat(marked)}`,
  ]
}

function withValuesMasked(text: string): string {
  let masked = ''
  let at = 0
  for (const { start, end } of detect(text)) {
    masked += `${text.slice(at, start)}${'•'.repeat(end - start)}`
    at = end
  }
  return masked + text.slice(at)
}

/** Line and column of a position, from 1. */
function placeIn(text: string, at: number): { readonly line: number; readonly column: number } {
  const before = text.slice(0, at)
  return { line: before.split('\n').length, column: before.length - before.lastIndexOf('\n') }
}

/** Escaped as workflow commands want their properties. */
function property(text: string): string {
  return text.replace(/[%\r\n:,]/gu, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`)
}
