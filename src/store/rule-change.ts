import type { RuleForce } from '../model/finding.ts'
import type { PersonId, RuleChangeId } from '../model/ids.ts'
import type { AccountScope } from '../model/scope.ts'
import type { SealedText } from '../seal/sealed-body.ts'
import type { Tx } from './database.ts'

/** A change of a rule as the table has it; its reason is sealed. */
export interface RuleChangeRow {
  readonly id: RuleChangeId
  readonly rule: string
  readonly force: RuleForce
  readonly personId: PersonId
  readonly changedAt: Date
  readonly reason: Uint8Array
}

/** The account's changes, oldest first, so that the newest of a rule comes last; none is an empty list. */
export async function listRuleChanges(tx: Tx, scope: AccountScope): Promise<readonly RuleChangeRow[]> {
  const rows = await tx
    .selectFrom('rule_change')
    .select(['rule_change_id', 'rule', 'force', 'person_id', 'changed_at', 'reason_sealed'])
    .where('account_id', '=', scope.accountId)
    .orderBy('rule_change_id')
    .execute()
  return rows.map((row) => ({
    id: row.rule_change_id,
    rule: row.rule,
    force: row.force,
    personId: row.person_id,
    changedAt: row.changed_at,
    reason: row.reason_sealed,
  }))
}

/** Writes a change by the scope's person. Throws when the id is taken. */
export async function insertRuleChange(
  tx: Tx,
  scope: AccountScope,
  change: {
    readonly id: RuleChangeId
    readonly rule: string
    readonly force: RuleForce
    readonly reason: SealedText
    readonly changedAt: Date
  },
): Promise<void> {
  await tx
    .insertInto('rule_change')
    .values({
      account_id: scope.accountId,
      rule_change_id: change.id,
      rule: change.rule,
      force: change.force,
      person_id: scope.personId,
      changed_at: change.changedAt,
      reason_sealed: change.reason,
    })
    .execute()
}
