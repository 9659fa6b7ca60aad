import type { RuleForce } from './finding.ts'
import type { RuleId } from './policy-pack.ts'

/** Longest reason that is kept with a change of a rule. */
export const RULE_REASON_MAX_CHARACTERS = 500

/** What an account changed of a rule, and why. */
export interface RuleChange {
  readonly rule: RuleId
  readonly force: RuleForce
  readonly reason: string
}
