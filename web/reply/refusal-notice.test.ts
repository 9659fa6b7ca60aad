import assert from 'node:assert/strict'
import { test } from 'node:test'

import { sampleMessage, sampleReply } from '../conversation/sample.ts'
import { refusalNotice } from './refusal-notice.ts'

const before = { messages: [sampleMessage('1')], replies: [] }

test('tells that somebody else answered, here or in Seller Central', () => {
  const elsewhere = sampleMessage('2', { kind: 'copy', direction: 'out' })

  assert.equal(refusalNotice(before, { ...before, replies: [sampleReply('9', { state: 'confirmed' })] }), 'answered')
  assert.equal(refusalNotice(before, { ...before, messages: [...before.messages, elsewhere] }), 'answered')
})

test('tells that the buyer wrote again', () => {
  assert.equal(refusalNotice(before, { ...before, messages: [...before.messages, sampleMessage('2')] }), 'unread')
})

test('tells that a reply which was there already is on its way', () => {
  const open = { ...before, replies: [sampleReply('9', { state: 'sending' })] }

  assert.equal(refusalNotice(open, open), 'reply-open')
})

test('tells that something happened when nobody can see what, or it could not be read', () => {
  assert.equal(refusalNotice(before, before), 'changed')
  assert.equal(refusalNotice(before, undefined), 'changed')
})
