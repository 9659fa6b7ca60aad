import type { PolicyPack } from '../../model/policy-pack.ts'
import { PILL, pillText } from '../../model/redaction.ts'
import type { Redaction } from '../../model/redaction.ts'
import type { RawText, SafeText } from '../../model/text.ts'
import type { Detection } from '../detect/detection.ts'
import { isPill } from '../detect/fold/fold.ts'
import { valuesByPart } from './values-by-part.ts'
import type { Wanted } from './values-by-part.ts'

/** Others' words with every value that was found replaced by its pill; offsets are of the new text. */
export interface Redacted {
  readonly text: SafeText
  readonly redactions: readonly Redaction[]
}

export interface RedactContext extends Wanted {
  /** The pack in force; word lists that an account adds will come from it. */
  readonly pack: PolicyPack
}

/** A value taken out can bring what stood around it together only so often; each round leaves less to find. */
const MAX_ROUNDS = 4

/**
 * Takes sensitive values out of a text. Idempotent: on safe text it changes nothing and reports nothing. Pill brackets
 * are the desk's own: typed by a buyer they become `[` and `]`, unless they form a whole pill of a known kind, which
 * says nothing and stays. The only place that makes `SafeText` of words. Never throws; linear in the length of the text.
 */
export function redact(raw: RawText, context: RedactContext): Redacted {
  const [only = { text: noText(), redactions: [] }] = redactParts([raw], context)
  return only
}

/**
 * Takes sensitive values out of a text that comes in parts, also those that begin in one part and end in the next. One
 * result for each part, in order.
 */
export function redactParts(raws: readonly RawText[], context: RedactContext): readonly Redacted[] {
  let parts: readonly Part[] = raws.map((raw) => ({ text: withoutFalsePills(raw), redactions: [] }))
  for (let round = 0; round < MAX_ROUNDS; round += 1) {
    const texts = parts.map(({ text }) => text)
    const found = valuesByPart(texts, context)
    if (found.every(({ length }) => length === 0)) break
    parts = parts.map((part, index) => takeOut(part, found[index] ?? []))
  }
  return parts.map(({ text, redactions }) => ({
    text: text as SafeText, // proof: nothing that is looked for is left in any part, or four rounds took it out
    redactions,
  }))
}

interface Part {
  readonly text: string
  readonly redactions: readonly Redaction[]
}

/** The empty text, which holds nothing to redact. */
export function noText(): SafeText {
  return '' as SafeText // proof: empty
}

function withoutFalsePills(text: string): string {
  if (!/[⟦⟧]/u.test(text)) return text
  let clean = ''
  let at = 0
  for (const pill of text.matchAll(PILL)) {
    if (!isPill(pill[1])) continue
    clean += plainBrackets(text.slice(at, pill.index)) + pill[0]
    at = pill.index + pill[0].length
  }
  return clean + plainBrackets(text.slice(at))
}

function plainBrackets(text: string): string {
  return text.replaceAll('⟦', '[').replaceAll('⟧', ']')
}

/** Replaces what was found by pills and moves the redactions already made along. Both lists are sorted and apart. */
function takeOut({ text, redactions: made }: Part, found: readonly Detection[]): Part {
  const all = [
    ...made.map((redaction) => ({ ...redaction, by: text.slice(redaction.start, redaction.end) })),
    ...found.map((detection) => ({ ...detection, by: pillText(detection.kind) })),
  ].toSorted((a, b) => a.start - b.start)
  const redactions: Redaction[] = []
  let out = ''
  let at = 0
  for (const { kind, start, end, by } of all) {
    out += text.slice(at, start)
    redactions.push({ kind, start: out.length, end: out.length + by.length })
    out += by
    at = end
  }
  return { text: out + text.slice(at), redactions }
}
