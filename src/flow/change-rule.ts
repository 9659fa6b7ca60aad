import type { Actor } from '../model/actor.ts'
import type { Finding, RuleForce } from '../model/finding.ts'
import { type AccountId, freshId, type RuleChangeId } from '../model/ids.ts'
import type { RuleChange } from '../model/rule-change.ts'
import { type RuleRefusal, ruleRefusal } from '../policy/pack/tailor-pack.ts'
import { ownText } from '../policy/redact/own-text.ts'
import { sealOwnBody } from '../seal/sealed-body.ts'
import { announce } from '../store/change.ts'
import { insertRuleChange } from '../store/rule-change.ts'
import { isRule } from './account-pack.ts'
import { type Denied, inAccount, MISSING, type Step } from './in-account.ts'
import type { DeskParts } from './parts.ts'
import { ruleChangePlace } from './places.ts'
import { record } from './record.ts'

export interface RuleWish {
  readonly accountId: AccountId
  readonly rule: string
  readonly force: RuleForce
  readonly reason: string
}

/** `sensitive`: the reason holds what must not be kept. */
export type ChangeRuleOutcome =
  | { readonly ok: true; readonly change: RuleChange }
  | { readonly ok: false; readonly reason: RuleRefusal }
  | { readonly ok: false; readonly reason: 'sensitive'; readonly findings: readonly Finding[] }
  | Denied

/** Gives a rule another force in one account, if the pack allows it; the reason is kept, and the log tells of it. */
export async function changeRule(parts: DeskParts, actor: Actor, wish: RuleWish): Promise<ChangeRuleOutcome> {
  const right = { accountId: wish.accountId, permission: 'policy:write' } as const
  return inAccount(parts, actor, right, async (step): Promise<ChangeRuleOutcome> => {
    const { rule } = wish
    if (!isRule(rule, parts.pack)) return MISSING
    const change: RuleChange = { rule, force: wish.force, reason: wish.reason.trim() }
    const refusal = ruleRefusal(parts.pack, change)
    if (refusal !== undefined) return { ok: false, reason: refusal }
    return write(step, change)
  })
}

async function write(step: Step, change: RuleChange): Promise<ChangeRuleOutcome> {
  const { tx, scope, vault, parts, now } = step
  const own = ownText(change.reason, { pack: parts.pack })
  if (!own.ok) return { ok: false, reason: 'sensitive', findings: own.findings }
  const id = freshId<RuleChangeId>(parts.ids)
  const place = ruleChangePlace(scope.accountId, id)
  const reason = sealOwnBody(await vault.accountKey(), place, own.text, parts.random)
  await insertRuleChange(tx, scope, {
    id,
    rule: change.rule,
    force: change.force,
    reason: reason.sealed,
    changedAt: now,
  })
  await record(step, {
    event: 'rule.changed',
    object: `rule-change:${id}`,
    codes: [change.rule, change.force],
    body: { pc: reason.pc, cc: reason.cc, key: `account:${scope.accountId}` },
  })
  await announce(tx, scope, { type: 'account', id: scope.accountId, conversationId: undefined })
  return { ok: true, change }
}
