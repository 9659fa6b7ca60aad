import assert from 'node:assert/strict'
import { test } from 'node:test'

import { accountFaults } from './account-faults.ts'

const good = { name: 'Northpine', mailboxAddress: 'buyers@shop.example', approvedSender: 'answers@shop.example' }

test('finds nothing wrong with a name and two addresses', () => {
  assert.deepEqual(accountFaults(good), {})
})

test('asks for every field that is empty', () => {
  const faults = accountFaults({ name: '', mailboxAddress: '', approvedSender: '' })

  assert.deepEqual(Object.keys(faults), ['name', 'mailboxAddress', 'approvedSender'])
})

test('refuses what is no single address', () => {
  assert.match(
    accountFaults({ ...good, approvedSender: 'a@b.example, c@d.example' }).approvedSender ?? '',
    /one address/u,
  )
  assert.match(accountFaults({ ...good, mailboxAddress: 'shop.example' }).mailboxAddress ?? '', /one address/u)
})

test("refuses an address of Amazon's: mail would go round in a circle", () => {
  const faults = accountFaults({ ...good, mailboxAddress: 'abcdef123456@marketplace.amazon.de' })

  assert.match(faults.mailboxAddress ?? '', /of your own/u)
})
