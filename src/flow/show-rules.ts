import type { Actor } from '../model/actor.ts'
import type { AccountId, PersonId } from '../model/ids.ts'
import type { PackRule } from '../model/policy-pack.ts'
import type { OwnText } from '../model/text.ts'
import { openOwnBody } from '../seal/sealed-body.ts'
import { listRuleChanges } from '../store/rule-change.ts'
import { accountPack } from './account-pack.ts'
import { type Denied, readInAccount } from './in-account.ts'
import type { DeskParts } from './parts.ts'
import { ruleChangePlace } from './places.ts'

/** A rule as it holds in one account, and the last change of it there. */
export interface AccountRule {
  readonly rule: PackRule
  /** The force of the pack, before any change. */
  readonly packForce: PackRule['force']
  readonly changed: { readonly personId: PersonId; readonly at: Date; readonly reason: OwnText } | undefined
}

/** Every rule of the pack as it holds in an account, in the order of the pack. */
export async function showRules(
  parts: DeskParts,
  actor: Actor,
  { accountId }: { readonly accountId: AccountId },
): Promise<readonly AccountRule[] | Denied> {
  return readInAccount(parts, actor, { accountId, permission: 'policy:read' }, async (step) => {
    const key = await step.vault.accountKey()
    const rows = new Map((await listRuleChanges(step.tx, step.scope)).map((row) => [row.rule, row]))
    const pack = await accountPack(step)
    return Object.values(pack.rules).map((rule) => {
      const row = rows.get(rule.id)
      return {
        rule,
        packForce: parts.pack.rules[rule.id].force,
        changed: row && {
          personId: row.personId,
          at: row.changedAt,
          reason: openOwnBody(key, ruleChangePlace(accountId, row.id), row.reason),
        },
      }
    })
  })
}
