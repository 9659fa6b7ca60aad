import type { RuleForce } from '../../model/finding.ts'
import type { PolicyPack } from '../../model/policy-pack.ts'
import type { ChangedForce, RuleChange } from '../../model/rule-change.ts'

/** From the mildest to the strictest. */
const STRICTNESS: readonly RuleForce[] = ['advice', 'by-two', 'never']

/** Why an account may not change a rule so; each with what to do instead. */
export type RuleRefusal = 'may-not-loosen' | 'no-reason'

/** Whether an account may give a rule this force: any may be tightened, few loosened, and none without a reason. */
export function ruleRefusal(pack: PolicyPack, change: RuleChange): RuleRefusal | undefined {
  if (change.reason.trim() === '') return 'no-reason'
  return mayHave(pack, change) ? undefined : 'may-not-loosen'
}

function mayHave(pack: PolicyPack, { rule, force }: ChangedForce): boolean {
  return pack.rules[rule].mayLoosen || !isMilder(force, pack.rules[rule].force)
}

/**
 * The pack as it holds for one account. A change that the pack does not allow (any more) is passed over, so that a
 * stricter pack of a later day never fails and never lets anything through.
 */
export function tailorPack(pack: PolicyPack, changes: readonly ChangedForce[]): PolicyPack {
  const rules = { ...pack.rules }
  for (const change of changes)
    if (mayHave(pack, change)) rules[change.rule] = { ...pack.rules[change.rule], force: change.force }
  return { ...pack, rules }
}

function isMilder(force: RuleForce, than: RuleForce): boolean {
  return STRICTNESS.indexOf(force) < STRICTNESS.indexOf(than)
}
