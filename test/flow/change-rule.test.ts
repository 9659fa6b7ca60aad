import assert from 'node:assert/strict'
import { after, test } from 'node:test'

import { changeRule } from '../../src/flow/change-rule.ts'
import type { RuleWish } from '../../src/flow/change-rule.ts'
import { showRules } from '../../src/flow/show-rules.ts'
import { buyerMail } from '../desk/buyer-mail.ts'
import { openCase } from '../desk/open-case.ts'
import { openTestDesk } from '../desk/test-desk.ts'

const desk = await openTestDesk({ after }, { undoSeconds: 3_600 })
const account = await desk.openAccount('north')
const other = await desk.openAccount('south')
const PROMISE = 'Guten Tag, die Lampe kommt morgen garantiert bei Ihnen an, versprochen. Viele Grüße'

test('keeps the change and its reason, in this account alone', async () => {
  await change({ rule: 'OUT-053', force: 'never', reason: ' Wir schreien niemanden an. ' })

  const [mine, theirs] = [await ruleOf(account, 'OUT-053'), await ruleOf(other, 'OUT-053')]

  assert.deepEqual([mine?.rule.force, mine?.packForce], ['never', 'advice'])
  assert.equal(mine?.changed?.reason, 'Wir schreien niemanden an.')
  assert.deepEqual([theirs?.rule.force, theirs?.changed], ['advice', undefined])
})

test('holds the newest change of a rule', async () => {
  await change({ rule: 'OUT-050', force: 'never', reason: 'Erst streng.' })
  await change({ rule: 'OUT-050', force: 'advice', reason: 'Dann milder.' })

  const rule = await ruleOf(account, 'OUT-050')

  assert.deepEqual([rule?.rule.force, rule?.changed?.reason], ['advice', 'Dann milder.'])
})

test('refuses to loosen what may not be, an unknown rule, and a reason that must not be kept', async () => {
  const refused = [
    await change({ rule: 'OUT-004', force: 'advice', reason: 'Wir dürfen das.' }),
    await change({ rule: 'OUT-999', force: 'never', reason: 'Gibt es nicht.' }),
    await change({ rule: 'OUT-050', force: 'never', reason: 'Karte 4111 1111 1111 1111' }),
    await change({ rule: 'OUT-050', force: 'never', reason: '  ' }),
  ]

  assert.deepEqual(
    refused.map((outcome) => (outcome.ok ? 'changed' : outcome.reason)),
    ['may-not-loosen', 'missing', 'sensitive', 'no-reason'],
  )
})

test('the gate asks the rules of the account', async () => {
  for (const { mailbox } of [account, other])
    await desk.receive(mailbox, buyerMail({ to: mailbox, text: 'Guten Tag, wo ist meine Lampe?' }))
  await change({ rule: 'OUT-092', force: 'never', reason: 'Keine Versprechen.' })

  const [mine, theirs] = [await openCase(desk, account), await openCase(desk, other)]

  assert.equal((await mine.send({ text: PROMISE })).ok, false)
  assert.equal((await theirs.send({ text: PROMISE })).ok, true)
})

function change(wish: Omit<RuleWish, 'accountId'>) {
  return changeRule(desk.parts, account.actor, { accountId: account.accountId, ...wish })
}

async function ruleOf({ accountId, actor }: typeof account, id: string) {
  const rules = await showRules(desk.parts, actor, { accountId })
  return 'ok' in rules ? undefined : rules.find(({ rule }) => rule.id === id)
}
