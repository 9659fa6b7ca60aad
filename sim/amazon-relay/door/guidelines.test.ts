import assert from 'node:assert/strict'
import { test } from 'node:test'
import { findUnsafe } from './guidelines.ts'

const ADDRESSES = [
  'Write to help@shop.example please.',
  'help (at) shop (dot) example',
  'An ｈｅｌｐ＠ｓｈｏｐ．ｅｘａｍｐｌｅ bitte',
  'x0123456789abcde@marketplace.amazon.de.shop.example',
]
const NUMBERS = [
  'Call us on 030 23125 042.',
  'Ring +49 (0)30 23125-042',
  'téléphone : 01 99 00 12 34',
  'My number is 555-010-0199',
  'Whatsapp: 5550100199',
  'Dial 03023125042 today',
  '電話番号 03-0000-0000',
]
const LINKS = [
  'See https://shop.example/help',
  'See http://www.amazon.de/help',
  'See hxxps://shop.example',
  'www.shop.example',
  'Find us at shop-example.com!',
  'https://www.amazon.de@shop.example/',
  'https://www.amazon.de.shop.example/',
  'amazon.de.shop.example',
]
const HARMLESS = [
  'Guten Tag, Ihr Paket 00340434161094012345 kommt am 28.11.2026, spätestens am 2026-11-30.',
  'Your order 302-0000417-0001201 of Amazon.de costs 1.299,00 EUR.',
  'Please ask https://www.amazon.co.uk/gp/help/customer/contact-us for the refund.',
  'On Tuesday x0123456789abcde+11111111-2222-4333-8444-555555555555@marketplace.amazon.com.br wrote:',
  'The parcel 1Z999AA10123456784 was delivered.It lies with a neighbour.',
  'ご注文番号 250-0000633-0001202 の商品は11月28日に届きます。',
]

test('finds an e-mail address however it is written', () => {
  for (const text of ADDRESSES) assert.ok(findUnsafe(text).includes('email-address'), text)
})

test('finds what people dial', () => {
  for (const text of NUMBERS) assert.deepEqual(findUnsafe(text), ['phone-number'], text)
})

test('finds links to anywhere but Amazon', () => {
  for (const text of LINKS) assert.ok(findUnsafe(text).includes('link'), text)
})

test('lets order ids, parcels, dates, amounts, relay addresses and links to Amazon pass', () => {
  for (const text of HARMLESS) assert.deepEqual(findUnsafe(text), [], text)
})

test('names each kind once, in a fixed order', () => {
  const text = 'Call 030 23125 042 or 030 23125 043, write to a@shop.example, see https://shop.example'

  assert.deepEqual(findUnsafe(text), ['email-address', 'phone-number', 'link'])
})
