import assert from 'node:assert/strict'
import { test } from 'node:test'

import { providerHint } from './providers.ts'

test("proposes a known provider's server and says what it needs", () => {
  const hint = providerHint('Somebody@Gmail.com')

  assert.equal(hint.host, 'imap.gmail.com')
  assert.match(hint.note ?? '', /app password/u)
})

test('proposes the usual name for any other domain', () => {
  assert.deepEqual(providerHint('buyers@shop.example'), { host: 'imap.shop.example', note: undefined })
})
