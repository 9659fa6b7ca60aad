import assert from 'node:assert/strict'
import { test } from 'node:test'

import { outcomeWords } from './decision-words.ts'
import { reasonWords } from './reason-words.ts'

test('says why a mail was set aside and what to do about it', () => {
  const { title, next } = reasonWords('look-alike')

  assert.match(title, /looks like/u)
  assert.match(next, /report it as phishing/u)
})

test('shows a reason of a newer desk as it is', () => {
  assert.equal(reasonWords('of-tomorrow').title, 'of-tomorrow')
})

test('has no words for a name that every object has', () => {
  assert.equal(reasonWords('constructor').title, 'constructor')
})

test('sends to Seller Central whoever reported a phishing mail', () => {
  assert.match(outcomeWords({ kind: 'decided', decision: 'report' }).next, /Seller Central/u)
})

test("gives the desk's own sentence when nothing was decided", () => {
  assert.equal(outcomeWords({ kind: 'failed', sentence: 'It does not answer.' }).next, 'It does not answer.')
})
