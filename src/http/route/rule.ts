import { z } from '@hono/zod-openapi'

import { Fault } from '../../base/fault.ts'
import { changeRule } from '../../flow/change-rule.ts'
import { showRules } from '../../flow/show-rules.ts'
import { actorOf } from '../actor-of.ts'
import { newApp } from '../app-env.ts'
import { answer, body, declareRoute } from '../declare-route.ts'
import { ok } from '../ok.ts'
import type { HttpParts } from '../parts.ts'
import { AccountPath, accountIdOf } from '../path-id.ts'
import { deny, Refusal } from '../problem.ts'
import { AccountRuleShape, ChangedRuleShape, RuleWishShape, SourceShape } from './shapes.ts'

const AccountRulesShape = z.object({ items: z.array(AccountRuleShape) }).openapi('AccountRules')

const list = declareRoute('policy:read', {
  method: 'get',
  path: '/accounts/{account}/rules',
  summary: 'The rules as they hold in this account, each with the last change and its reason',
  request: { params: AccountPath },
  responses: { 200: answer(AccountRulesShape, 'The rules, in the order of the pack') },
})

const change = declareRoute('policy:write', {
  method: 'put',
  path: '/accounts/{account}/rules/{rule}',
  summary: 'Make a rule stricter in this account, or milder where the pack allows it; the reason is kept',
  request: { params: AccountPath.extend({ rule: z.string() }), body: body(RuleWishShape) },
  responses: { 200: answer(ChangedRuleShape, 'The rule as it holds now') },
})

/** The rules of one account. */
export function ruleRoutes({ desk }: HttpParts) {
  const { pack } = desk
  return newApp()
    .openapi(list, async (c) => {
      const rules = await showRules(desk, actorOf(c), { accountId: accountIdOf(c.req.valid('param')) })
      if ('ok' in rules) return deny(rules)
      const items = rules.map(({ rule, packForce, changed }) => ({
        id: rule.id,
        title: rule.title,
        force: rule.force,
        packForce,
        mayLoosen: rule.mayLoosen,
        reason: rule.reason,
        source: SourceShape.parse(pack.sources[rule.source]),
        changed: changed
          ? { personId: String(changed.personId), at: changed.at.toISOString(), reason: String(changed.reason) }
          : null,
      }))
      return ok(c, AccountRulesShape, { items })
    })
    .openapi(change, async (c) => {
      const { rule, ...path } = c.req.valid('param')
      const wish = { accountId: accountIdOf(path), rule, ...c.req.valid('json') }
      const changed = await changeRule(desk, actorOf(c), wish)
      if (changed.ok)
        return ok(c, ChangedRuleShape, { id: changed.change.rule, force: changed.change.force, reason: wish.reason })
      if (changed.reason === 'sensitive') throw new Refusal('text.sensitive', changed.findings)
      if (changed.reason === 'missing' || changed.reason === 'refused')
        return deny({ ...changed, reason: changed.reason })
      throw new Fault('rule.may-not-loosen')
    })
}
