import type { Finding } from '../../model/finding.ts'
import type { PolicyPack, RuleId } from '../../model/policy-pack.ts'
import { parseRelayAddress } from '../../model/relay-address.ts'
import type { SensitiveKind } from '../../model/redaction.ts'
import { detect } from '../detect/detect.ts'
import type { Detection } from '../detect/detection.ts'
import { findingOf } from './finding-of.ts'
import type { Hit } from './finding-of.ts'
import { fixesOf } from './fix.ts'
import { guessLanguage } from './language.ts'
import type { LanguageGuess } from './language.ts'
import { brokenLinkRule } from './link.ts'
import { emojiSpans, isShouted, longBreaks } from './style.ts'

/** What the check may know besides the text. */
export interface CheckContext {
  readonly pack: PolicyPack
  /** BCP 47 language of the buyer, a hint only. */
  readonly lang?: string
  readonly orderId?: string
}

/** `uncovered`: no language that the rules cover was recognised, so nothing may say "safe to send". */
export type Verdict = 'clear' | 'advice' | 'blocked' | 'uncovered'

export interface CheckResult {
  readonly verdict: Verdict
  readonly findings: readonly Finding[]
  /** Id of the pack that judged. */
  readonly pack: string
}

/**
 * Judges a text that would go to a buyer. Findings stand in the order of the text and never repeat what they found;
 * each fix replaces or deletes whole sentences. Pure and linear: the same text and pack give the same result anywhere.
 */
export function check(text: string, context: CheckContext): CheckResult {
  const { pack } = context
  const values = detect(text)
  const hits = [...valueHits(text, values, pack), ...styleHits(text, pack)].toSorted(
    (a, b) => a.span.start - b.span.start || a.span.end - b.span.end,
  )
  const language = guessLanguage(text)
  const fixes = fixesOf(text, hits, { pack, values, language })
  const findings = hits.map((hit, index) => findingOf(pack, hit, fixes[index]))
  return { verdict: verdictOf(findings, language), findings, pack: pack.id }
}

const RULE_OF: Partial<Readonly<Record<SensitiveKind, RuleId>>> = {
  CARD: 'OUT-085',
  IBAN: 'OUT-085',
  CREDENTIAL: 'OUT-085',
  EMAIL: 'OUT-004',
  PHONE: 'OUT-005',
}

function valueHits(text: string, values: readonly Detection[], pack: PolicyPack): readonly Hit[] {
  return values.flatMap(({ kind, start, end }) => {
    const rule = ruleOf(kind, text.slice(start, end), pack)
    return rule === undefined ? [] : [{ rule, span: { start, end } }]
  })
}

function ruleOf(kind: SensitiveKind, written: string, pack: PolicyPack): RuleId | undefined {
  if (kind === 'URL') return brokenLinkRule(written, pack)
  if (kind === 'EMAIL' && parseRelayAddress(written, pack.marketplaceTlds.values) !== undefined) return undefined
  return RULE_OF[kind]
}

function styleHits(text: string, pack: PolicyPack): readonly Hit[] {
  const whole = { start: 0, end: text.length }
  const hits: Hit[] = []
  for (const span of emojiSpans(text)) hits.push({ rule: 'OUT-050', span })
  for (const span of longBreaks(text, pack.limits.lineBreaksInARow.value)) hits.push({ rule: 'OUT-052', span })
  if (text.length > pack.limits.replyMaxCharacters.value) hits.push({ rule: 'OUT-044', span: whole })
  if (isShouted(text)) hits.push({ rule: 'OUT-053', span: whole })
  return hits
}

function verdictOf(findings: readonly Finding[], language: LanguageGuess): Verdict {
  if (findings.some(isBlocking)) return 'blocked'
  if (language === 'unknown') return 'uncovered'
  return findings.length > 0 ? 'advice' : 'clear'
}

/** Whether a finding alone keeps a text from leaving. */
export function isBlocking(finding: Finding): boolean {
  return finding.force !== 'advice'
}
