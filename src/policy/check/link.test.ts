import assert from 'node:assert/strict'
import test from 'node:test'

import { currentPack } from '../pack/current-pack.ts'
import { brokenLinkRule, looksLikeAmazon } from './link.ts'

const pack = currentPack()

test('allows help, order and contact pages of Amazon', () => {
  const allowed = [
    'https://www.amazon.de/gp/help/customer/contact-us',
    'https://www.amazon.co.jp/gp/css/order-history',
    'https://amazon.com/returns',
    'www.amazon.fr/contact',
    'amazon.co.uk',
    'https://sellercentral.amazon.it/messaging',
  ]

  assert.deepEqual(
    allowed.filter((link) => rule(link) !== undefined),
    [],
  )
})

test('refuses product, store and search pages of Amazon', () => {
  const selling = [
    'https://www.amazon.de/dp/B07MGPBTU3',
    'https://www.amazon.com/Lamp-Red/dp/B07MGPBTU3?th=1',
    'https://www.amazon.it/gp/product/B07MGPBTU3',
    'https://www.amazon.es/stores/Lampara/page/1',
    'https://www.amazon.fr/s?k=lampe',
    'https://www.amazon.de/DP/B07MGPBTU3',
    'https://www.amazon.de/%64p/B07MGPBTU3',
    'https://www.amazon.de//dp/B07MGPBTU3',
    'https://www.amazon.de/dp',
  ]

  assert.deepEqual(
    selling.filter((link) => rule(link) !== 'OUT-023'),
    [],
  )
})

test('refuses links outside Amazon, also those that only look like Amazon', () => {
  const outside = [
    'https://example.com',
    'amazon.de.example.com',
    'https://notamazon.de',
    'https://amazon.example/dp/1',
    'example punkt de',
  ]

  assert.deepEqual(
    outside.filter((link) => rule(link) !== 'OUT-020'),
    [],
  )
})

test('refuses links without https', () => {
  assert.equal(rule('http://example.com'), 'OUT-021')
  assert.equal(rule('http://www.amazon.de/gp/help'), 'OUT-021')
})

test('refuses links that hide where they lead', () => {
  const hidden = [
    'https://bit.ly/3abc',
    'https://amzn.to/3abc',
    'javascript:alert(1)',
    'data:text/html,x',
    'https://www.amazon.de@example.com/',
    'https://192.0.2.7/a',
    'https://[2001:db8::1]/',
    'https://xn--mazon-3ve.de/',
    'https://www.аmazon.de/gp/help',
    'https://www.amazon.de\\@example.com',
  ]

  assert.deepEqual(
    hidden.filter((link) => rule(link) !== 'OUT-022'),
    [],
  )
})

test('tells hosts that pass for Amazon from Amazon and from everybody else', () => {
  const twins = [
    'amazon-support.com',
    'arnazon.de',
    'amaz0n.co.uk',
    'amazom.com',
    'amzaon.fr',
    'amazonn.it',
    'amazon.com.example.ru',
    'secure-amazon.example',
    'amazonservice.example',
    'xn--mazon-3ve.de',
    'аmazon.example',
  ]
  const others = [
    'amazon.de',
    'www.amazon.co.uk',
    'sellercentral.amazon.it',
    'example.com',
    'amazone.example',
    'amazing.example',
  ]

  assert.deepEqual(
    twins.filter((host) => !looksLikeAmazon(host, pack)),
    [],
  )
  assert.deepEqual(
    others.filter((host) => looksLikeAmazon(host, pack)),
    [],
  )
})

function rule(link: string): string | undefined {
  return brokenLinkRule(link, pack)
}
