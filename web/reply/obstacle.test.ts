import assert from 'node:assert/strict'
import { test } from 'node:test'

import { sampleMessage, sampleReply } from '../conversation/sample.ts'
import { obstacle } from './obstacle.ts'

const message = sampleMessage('5')
const queued = sampleReply('9')
const conversation = { messages: [message], replies: [], sender: 'shop@example.test' }
const safe = { text: 'Hello, thank you.', verdict: 'clear', findings: [] } as const

test('finds nothing in the way of a safe text', () => {
  assert.equal(obstacle(conversation, { judged: safe, readMessageId: '5' }), undefined)
})

test('keeps a second reply back while the first is on its way', () => {
  const busy = { ...conversation, replies: [queued] }

  assert.equal(obstacle(busy, { judged: safe, readMessageId: '5' }), 'reply-open')
})

test('lets another reply go once the first has left', () => {
  const answered = { ...conversation, replies: [{ ...queued, state: 'sent' as const }] }

  assert.equal(obstacle(answered, { judged: safe, readMessageId: '5' }), undefined)
})

test('asks to read what the buyer wrote meanwhile', () => {
  assert.equal(obstacle(conversation, { judged: safe, readMessageId: '4' }), 'unread')
})

test('stops at a blocked text and at none', () => {
  assert.equal(obstacle(conversation, { judged: { ...safe, verdict: 'blocked' }, readMessageId: '5' }), 'blocked')
  assert.equal(obstacle(conversation, { judged: { ...safe, text: ' ' }, readMessageId: '5' }), 'empty')
})

test('does not stop a text in a language that the rules do not cover: the desk decides', () => {
  assert.equal(obstacle(conversation, { judged: { ...safe, verdict: 'uncovered' }, readMessageId: '5' }), undefined)
})

test('says that no address is approved before anything about the text', () => {
  assert.equal(obstacle({ ...conversation, sender: null }, { judged: safe, readMessageId: '5' }), 'no-sender')
})
