import type { PolicyPack, RuleId } from '../../src/model/policy-pack.ts'
import type { ChangedForce } from '../../src/model/rule-change.ts'
import { currentPack } from '../../src/policy/pack/current-pack.ts'
import { tailorPack } from '../../src/policy/pack/tailor-pack.ts'
import type { AccountRule } from '../api/rules.ts'

const packs = new Map<string, PolicyPack>()

/** The pack by which answers of an account are judged here: this page's, until its own rules were read. */
export function packOf(accountId: string): PolicyPack {
  return packs.get(accountId) ?? currentPack()
}

/** Takes in the rules of an account. */
export function learnRules(accountId: string, rules: readonly AccountRule[]): void {
  const pack = currentPack()
  const changes = rules.flatMap(({ id, force }): readonly ChangedForce[] =>
    isRule(id, pack) && force !== pack.rules[id].force ? [{ rule: id, force }] : [],
  )
  packs.set(accountId, tailorPack(pack, changes))
}

function isRule(id: string, pack: PolicyPack): id is RuleId {
  return Object.hasOwn(pack.rules, id)
}
