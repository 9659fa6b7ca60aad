import type { Finding, Fix, Source, Span } from '../../model/finding.ts'
import type { PolicyPack, RuleId } from '../../model/policy-pack.ts'

/** A rule and the range it was broken in, before the pack's words are put to it. */
export interface Hit {
  readonly rule: RuleId
  readonly span: Span
}

/** The finding a person reads: the rule's words, force and source come from the pack, never from the text. */
export function findingOf(pack: PolicyPack, hit: Hit, fix?: Fix): Finding {
  const { id, title, force, reason, source } = pack.rules[hit.rule]
  return { rule: id, title, force, span: hit.span, reason, source: sourceOf(pack, source), fix }
}

/** A rule about the whole reply, not about a place in its text. */
export function findingOfWhole(pack: PolicyPack, rule: RuleId): Finding {
  return findingOf(pack, { rule, span: { start: 0, end: 0 } })
}

function sourceOf(pack: PolicyPack, key: string): Source {
  return pack.sources[key] ?? { key, title: key, read: pack.date, grade: 'unconfirmed' }
}
