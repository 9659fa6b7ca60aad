import type { RuleForce } from './finding.ts'
import type { RuleId } from './policy-pack.ts'

/** Longest reason that is kept with a change of a rule. */
export const RULE_REASON_MAX_CHARACTERS = 500

/** A rule with the force it has in an account. */
export interface ChangedForce {
  readonly rule: RuleId
  readonly force: RuleForce
}

/** What an account changed of a rule, and why. */
export interface RuleChange extends ChangedForce {
  readonly reason: string
}
