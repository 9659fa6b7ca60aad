import type { Finding } from '../../model/finding.ts'
import type { PolicyPack } from '../../model/policy-pack.ts'
import { findings as findIn } from '../detect/findings.ts'
import { coach } from './coach.ts'
import type { Coaching } from './coach.ts'
import { findingOf } from './finding-of.ts'
import type { Hit } from './finding-of.ts'
import { fixesOf } from './fix.ts'
import { intentHits } from './intent-rules.ts'
import type { LanguageGuess } from '../detect/language/evidence.ts'
import { promised } from './promised.ts'
import type { Money, Promised } from './promised.ts'
import { refundHits } from './refund-rule.ts'
import { sentences } from './sentence.ts'
import { styleHits } from './style.ts'
import { valueHits } from './value-rules.ts'
import type { AllowedValues } from './value-rules.ts'

/** What the check may know besides the text. What is not known is not judged. */
export interface CheckContext extends AllowedValues {
  readonly pack: PolicyPack
  /** BCP 47 language that the text should be in; decides which country's shapes and words come first. */
  readonly lang?: string
  /** BCP 47 language in which the buyer wants to be written to. */
  readonly buyerLang?: string
  readonly orderId?: string
  /** The most that the writer may promise for this order. */
  readonly refundLimit?: Money
}

/** `uncovered`: no language that the rules cover was recognised, so nothing may say "safe to send". */
export type Verdict = 'clear' | 'advice' | 'blocked' | 'uncovered'

export interface CheckResult {
  readonly verdict: Verdict
  readonly findings: readonly Finding[]
  /** What makes the answer better and is no rule of Amazon's. */
  readonly coaching: Coaching
  /** Dates and amounts that the text promises. */
  readonly promised: readonly Promised[]
  /** Id of the pack that judged. */
  readonly pack: string
}

/**
 * Judges a text that would go to a buyer. Findings stand in the order of the text and never repeat what they found;
 * each fix replaces or deletes whole sentences. Pure and linear: the same text and pack give the same result anywhere.
 */
export function check(text: string, context: CheckContext): CheckResult {
  const { pack, lang } = context
  const found = findIn(text, lang === undefined ? {} : { lang })
  const { values, intents, marks } = found
  const parts = sentences(text, values)
  const language = found.language()
  const facts = promised(text, { sentences: parts, marks })
  const hits = [
    ...valueHits(text, values, context),
    ...intentHits(intents),
    ...refundHits(facts, context.refundLimit),
    ...styleHits(text, pack),
    ...languageHits(text, language, context.buyerLang),
  ].toSorted((a, b) => a.span.start - b.span.start || a.span.end - b.span.end)
  const fixes = fixesOf(text, hits, { pack, sentences: parts, language, wanted: context.buyerLang ?? lang })
  const findings = hits.map((hit, index) => findingOf(pack, hit, fixes[index]))
  return {
    verdict: verdictOf(findings, language),
    findings,
    coaching: coach(text, { sentences: parts, marks, maxWords: pack.limits.sentenceMaxWords.value }),
    promised: facts,
    pack: pack.id,
  }
}

function languageHits(text: string, language: LanguageGuess, buyerLang: string | undefined): readonly Hit[] {
  const wanted = buyerLang?.split('-', 1)[0]?.toLowerCase()
  if (wanted === undefined || language === 'short' || language === 'unknown' || language === wanted) return []
  return [{ rule: 'OUT-032', span: { start: 0, end: text.length } }]
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
