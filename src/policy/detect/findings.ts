import type { Span } from '../../model/finding.ts'
import { SENSITIVE_KINDS } from '../../model/redaction.ts'
import type { SensitiveKind } from '../../model/redaction.ts'
import { atomId } from './atom/atoms.ts'
import type { Atom } from './atom/atoms.ts'
import { settleOverlaps } from './detection.ts'
import type { Detection } from './detection.ts'
import { unfold } from './fold/fold.ts'
import { findIntents } from './intent/find-intents.ts'
import type { Intent } from './intent/intent.ts'
import { languageEvidence } from './language/evidence.ts'
import type { LanguageGuess } from './language/evidence.ts'
import { findLinks } from './link/links.ts'
import { findNumbers } from './number/numbers.ts'
import { findPostalAddresses } from './place/postal-address.ts'
import { scan } from './scan.ts'
import type { Scan } from './scan.ts'
import { findCredentials } from './secret/credential.ts'
import { findAbuse } from './word/abuse.ts'
import { findHealth } from './word/health.ts'

/** What a text holds: sensitive values and what its sentences try to do. Both sorted, on character borders of the text. */
export interface Findings {
  readonly values: readonly Detection[]
  readonly intents: readonly Intent[]
  /** Where the words of an atom stand; for coaching and for facts, which are no findings. */
  readonly marks: (...atoms: readonly Atom[]) => readonly Span[]
  /** What the text is written in, as far as it tells; read when asked for. */
  readonly language: () => LanguageGuess
}

/** `kinds` narrows the values (default: all); `lang` is the language the text should be in, a hint only. */
export interface FindingsContext {
  readonly kinds?: readonly SensitiveKind[]
  readonly lang?: string
}

/**
 * Finds everything in a text of any language and script. Values do not overlap; intents may. Pills are never found again.
 * Linear in the length of the text, never throws.
 */
export function findings(text: string, { kinds, lang }: FindingsContext = {}): Findings {
  const read = scan(text, lang)
  return {
    values: valuesOf(read, kinds ?? SENSITIVE_KINDS),
    intents: intentsOf(read),
    marks: (...atoms) => marksOf(read, atoms),
    language: () => languageEvidence(read).guess,
  }
}

/** The sensitive values alone. */
export function valuesOf(read: Scan, kinds: readonly SensitiveKind[]): readonly Detection[] {
  const found = [...findNumbers(read), ...findLinks(read)]
  for (const span of findCredentials(read)) found.push({ kind: 'CREDENTIAL', ...span })
  for (const span of findHealth(read)) found.push({ kind: 'HEALTH', ...span })
  for (const span of findPostalAddresses(read)) found.push({ kind: 'ADDRESS', ...span })
  const wanted = found.filter(({ kind }) => kinds.includes(kind))
  return settleOverlaps(wanted.map(({ kind, ...span }) => ({ kind, ...unfold(read.folded, span) })))
}

function marksOf({ folded, atoms: hits }: Scan, atoms: readonly Atom[]): readonly Span[] {
  const wanted = new Set(atoms.map(atomId))
  const spans: Span[] = []
  for (let hit = 0; hit < hits.count; hit += 1)
    if (wanted.has(hits.atoms[hit] ?? -1))
      spans.push(unfold(folded, { start: hits.starts[hit] ?? 0, end: hits.ends[hit] ?? 0 }))
  return spans
}

function intentsOf(read: Scan): readonly Intent[] {
  const found: Intent[] = [...findIntents(read.folded.text, read.atoms)]
  for (const span of findAbuse(read)) found.push({ kind: 'ABUSE', ...span })
  return found
    .map(({ kind, ...span }) => ({ kind, ...unfold(read.folded, span) }))
    .sort((a, b) => a.start - b.start || a.end - b.end)
}
