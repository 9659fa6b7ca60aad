import assert from 'node:assert/strict'
import test from 'node:test'

import { currentPack } from '../pack/current-pack.ts'
import { staffNotice } from './staff-notice.ts'
import type { StaffNoticeOutcome } from './staff-notice.ts'

test('makes a frozen notice of a template and ids to one of our people', () => {
  const outcome = notice('Lena@Lamp-Shop.example')

  assert.ok(outcome.ok)
  assert.deepEqual(
    { ...outcome.notice },
    { to: 'lena@lamp-shop.example', template: 'reply-bounced', ids: { reply: 7 } },
  )
  assert.ok(Object.isFrozen(outcome.notice) && Object.isFrozen(outcome.notice.ids))
})

test('refuses relay addresses of every marketplace, known or not', () => {
  const addresses = [
    'abc123def456@marketplace.amazon.de',
    'abc123def456+0f8fad5b-d9cb-469f-a165-70867728950e@marketplace.amazon.co.jp',
    'ABC123DEF456@MARKETPLACE.AMAZON.COM',
    'abc123def456@marketplace.amazon.co.za',
    'x@mail.marketplace.amazon.fr',
  ]

  assert.deepEqual(
    addresses.map(reason),
    addresses.map(() => 'relay-address'),
  )
})

test('refuses addresses at Amazon', () => {
  const addresses = [
    'donotreply@amazon.com',
    'x@amazon.it',
    'x@sell.amazon.com',
    'x@bounces.amazonses.com',
    'x@amazon.co.za',
  ]

  assert.deepEqual(
    addresses.map(reason),
    addresses.map(() => 'amazon-address'),
  )
})

test('refuses what is not exactly one plain address', () => {
  const others = [
    '',
    'lena',
    'lena@',
    '@example.com',
    'lena@example',
    'a@example.com, b@example.com',
    'Lena <lena@example.com>',
    'a@example.com\r\nBcc: b@example.com',
    `${'a'.repeat(65)}@example.com`,
    'a..@example.com.',
    'lena@exa mple.com',
  ]

  assert.deepEqual(
    others.map(reason),
    others.map(() => 'not-an-address'),
  )
})

function notice(to: string): StaffNoticeOutcome {
  return staffNotice({ to, template: 'reply-bounced', ids: { reply: 7 } }, { pack: currentPack() })
}

function reason(to: string): string | undefined {
  const outcome = notice(to)
  return outcome.ok ? undefined : outcome.reason
}
