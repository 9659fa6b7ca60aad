import assert from 'node:assert/strict'
import { test } from 'node:test'

import type { EvidenceLeaf } from '../model/evidence-leaf.ts'
import { SENSITIVE_KINDS } from '../model/redaction.ts'
import { leafText } from './leaf.ts'

const HASH = 'ab'.repeat(32)
const leaf: EvidenceLeaf = {
  v: 1,
  at: 1_795_000_000_000,
  event: 'reply.sent',
  account: 7,
  subject: HASH,
  actor: HASH,
  object: 'reply:12',
  codes: ['OUT-004', 'OUT-001'],
  pack: HASH,
  pc: '',
  cc: HASH,
  key: 'conversation:7:text',
}

test('writes sorted keys and sorted codes without spaces', () => {
  const text = leafText(leaf)

  assert.match(text, /^\{"account":7,"actor":/u)
  assert.match(text, /"codes":\["OUT-001","OUT-004"\]/u)
  assert.doesNotMatch(text, /\s/u)
})

test('takes a code for every kind of value that is taken out of a mail', () => {
  const codes = SENSITIVE_KINDS.map((kind) => `redacted:${kind}`)

  assert.match(leafText({ ...leaf, codes }), /"redacted:NATIONAL_ID"/u)
})

test('refuses free text in every member that is a string', () => {
  const freeText = 'Where is my parcel?'
  const members = ['object', 'pack', 'subject', 'actor', 'pc', 'cc', 'key'] as const

  for (const member of members) {
    assert.throws(() => leafText({ ...leaf, [member]: freeText }), { code: 'evidence.failed' }, member)
  }
  assert.throws(() => leafText({ ...leaf, codes: [freeText] }), { code: 'evidence.failed' })
})
