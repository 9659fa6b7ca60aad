import type { PolicyPack, RuleId } from '../model/policy-pack.ts'
import { tailorPack } from '../policy/pack/tailor-pack.ts'
import { listRuleChanges } from '../store/rule-change.ts'
import type { Step } from './in-account.ts'

/** The pack as it holds for the account of a step: the desk's, with the forces that the account changed. */
export async function accountPack({ tx, scope, parts }: Step): Promise<PolicyPack> {
  const changes = (await listRuleChanges(tx, scope)).flatMap(({ rule, force }) =>
    isRule(rule, parts.pack) ? [{ rule, force }] : [],
  )
  return changes.length === 0 ? parts.pack : tailorPack(parts.pack, changes)
}

/** Whether a pack has such a rule; a change may be of a rule that a newer pack dropped. */
export function isRule(rule: string, pack: PolicyPack): rule is RuleId {
  return Object.hasOwn(pack.rules, rule)
}
