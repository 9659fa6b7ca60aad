import type { SensitiveKind } from '../../src/model/redaction.ts'
import { PILL, SENSITIVE_KINDS } from '../../src/model/redaction.ts'
import { hiddenMarks } from './hidden-marks.ts'

/** A piece of a message as it is drawn. Joined, the pieces say all of the message, and nothing in it can act. */
export type Segment =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'pill'; readonly what: SensitiveKind }
  | { readonly kind: 'link'; readonly text: string }
  | { readonly kind: 'mark'; readonly code: string; readonly name: string }

const LINK = /\b(?:https?:\/\/|www\.)[^\s<>"⟦⟧]+[^\s<>"⟦⟧.,;:!?)\]']/giu
const KINDS: ReadonlySet<string> = new Set(SENSITIVE_KINDS)

/** Cuts a safe text into what people see: pills, defanged links, marks nobody would see otherwise, and plain text. */
export function segments(text: string): readonly Segment[] {
  const out: Segment[] = []
  let at = 0
  for (const special of specials(text)) {
    if (special.start < at) continue
    if (special.start > at) out.push({ kind: 'text', text: text.slice(at, special.start) })
    out.push(special.segment)
    at = special.end
  }
  if (at < text.length) out.push({ kind: 'text', text: text.slice(at) })
  return out
}

/** A link nobody can follow by accident, still readable: `hxxps://example[.]test/a`. */
export function defang(link: string): string {
  const [, scheme = '', host = '', rest = ''] = /^(https?:\/\/)?([^/?#]*)(.*)$/isu.exec(link) ?? []
  return `${scheme.replace(/tt/iu, 'xx')}${host.replaceAll('.', '[.]')}${rest}`
}

interface Special {
  readonly start: number
  readonly end: number
  readonly segment: Segment
}

/** In the order of the text; where two begin together the wider one is first. */
function specials(text: string): readonly Special[] {
  return [...pills(text), ...links(text), ...marks(text)].sort((a, b) => a.start - b.start || b.end - a.end)
}

function pills(text: string): readonly Special[] {
  return [...text.matchAll(PILL)].flatMap((match) => {
    const what = match[1] ?? ''
    if (!isSensitiveKind(what)) return []
    return [{ start: match.index, end: match.index + match[0].length, segment: { kind: 'pill', what } as const }]
  })
}

function isSensitiveKind(word: string): word is SensitiveKind {
  return KINDS.has(word)
}

function links(text: string): readonly Special[] {
  return [...text.matchAll(LINK)].map((match) => ({
    start: match.index,
    end: match.index + match[0].length,
    segment: { kind: 'link', text: visible(defang(match[0])) },
  }))
}

function marks(text: string): readonly Special[] {
  return hiddenMarks(text).map((mark) => ({
    start: mark.start,
    end: mark.end,
    segment: { kind: 'mark', code: mark.code, name: mark.name },
  }))
}

/** A link is one piece, so its hidden marks are written out inside it. */
function visible(link: string): string {
  let out = link
  for (const mark of hiddenMarks(link).toReversed()) {
    out = `${out.slice(0, mark.start)}[${mark.code}]${out.slice(mark.end)}`
  }
  return out
}
