import type { AccountRuleView } from '../../src/http/route/shapes.ts'
import { call } from './client.ts'

export type AccountRule = AccountRuleView

/** Another force for a rule, and why. */
export interface RuleWish {
  readonly force: AccountRule['force']
  readonly reason: string
}

export async function readRules(accountId: string, signal: AbortSignal): Promise<readonly AccountRule[]> {
  const path = `/accounts/${accountId}/rules`
  const { items } = await call<{ readonly items: readonly AccountRule[] }>({ path, signal })
  return items
}

export async function changeRule(accountId: string, rule: string, wish: RuleWish): Promise<void> {
  await call({ method: 'PUT', path: `/accounts/${accountId}/rules/${rule}`, body: wish })
}
