import assert from 'node:assert/strict'
import { test } from 'node:test'

import { sampleMessage as message, sampleReply as reply } from './sample.ts'
import { newestBuyerMessage, timeline } from './timeline.ts'

test('shows a sent reply once, with its state', () => {
  const entries = timeline({
    messages: [message('1', {}), message('2', { direction: 'out', kind: 'reply', replyId: '9' })],
    replies: [reply('9', { state: 'confirmed' })],
  })

  assert.deepEqual(
    entries.map((entry) => [entry.kind, entry.reply?.state]),
    [
      ['message', undefined],
      ['message', 'confirmed'],
    ],
  )
})

test('shows a queued reply at its place in time', () => {
  const later = message('2', { at: '2026-11-24T12:00:00.000Z' })

  const entries = timeline({ messages: [later, message('1', {})], replies: [reply('9', {})] })

  assert.deepEqual(
    entries.map((entry) => entry.kind),
    ['message', 'reply', 'message'],
  )
})

test('leaves out a reply that was taken back', () => {
  assert.deepEqual(timeline({ messages: [], replies: [reply('9', { state: 'undone' })] }), [])
})

test("keeps the reply beside Amazon's notice about it", () => {
  const notice = message('2', { kind: 'notice', replyId: '9', at: '2026-11-24T12:00:00.000Z' })

  const entries = timeline({ messages: [notice], replies: [reply('9', { state: 'refused' })] })

  assert.deepEqual(
    entries.map((entry) => entry.kind),
    ['reply', 'message'],
  )
})

test('finds the message a reply would answer', () => {
  const messages = [message('1', {}), message('2', {}), message('3', { kind: 'notice' })]

  assert.equal(newestBuyerMessage(messages)?.id, '2')
})
