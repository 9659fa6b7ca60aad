import assert from 'node:assert/strict'
import test from 'node:test'

import { currentPack } from '../pack/current-pack.ts'
import { OWN_TEXT_MAX_CHARACTERS, ownText } from './own-text.ts'

const pack = currentPack()

test('keeps our own words as they were written, contact data and links too', () => {
  const text = 'Dear Bo,\n\nask lena@example.com, +44 20 7946 0018 or https://example.com 🙂'

  assert.deepEqual(ownText(text, { pack }), { ok: true, text })
})

test('refuses card, account and login values, and says where they stand', () => {
  const text = 'Card 4111 1111 1111 1111, DE89 3704 0044 0532 0130 00, password: Lamp-77!x'
  const outcome = ownText(text, { pack })

  assert.ok(!outcome.ok)
  assert.deepEqual(
    outcome.findings.map(({ rule, span }) => [rule, text.slice(span.start, span.end)]),
    [
      ['OUT-085', '4111 1111 1111 1111'],
      ['OUT-085', 'DE89 3704 0044 0532 0130 00'],
      ['OUT-085', 'Lamp-77!x'],
    ],
  )
})

test('never repeats a refused value in words', () => {
  const outcome = ownText('Card 4111 1111 1111 1111', { pack })

  assert.ok(!outcome.ok)
  assert.ok(outcome.findings.every(({ title, reason }) => !`${title}${reason}`.includes('4111')))
})

test('makes line ends one kind and takes control characters out', () => {
  assert.deepEqual(ownText('a\r\nb\rc\u0000\u0007d\te', { pack }), { ok: true, text: 'a\nb\ncd\te' })
})

test('refuses a value that only control characters had hidden', () => {
  assert.equal(ownText('4111 1111\u0001 1111 1111', { pack }).ok, false)
})

test('keeps a text of the longest length and refuses one unit more', () => {
  const longest = 'a'.repeat(OWN_TEXT_MAX_CHARACTERS)
  const tooLong = ownText(`${longest}a`, { pack })

  assert.equal(ownText(longest, { pack }).ok, true)
  assert.ok(!tooLong.ok)
  assert.deepEqual(
    tooLong.findings.map(({ rule }) => rule),
    ['DESK-002'],
  )
})

test('gives its own result back unchanged', () => {
  const once = ownText('a\r\n\u0002b', { pack })

  assert.ok(once.ok)
  assert.deepEqual(ownText(once.text, { pack }), once)
})

test('keeps no half of a character, which no mail could hold', () => {
  assert.deepEqual(ownText('a\ud800b', { pack }), { ok: true, text: 'a\ufffdb' })
})
