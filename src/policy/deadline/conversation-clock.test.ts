import assert from 'node:assert/strict'
import test from 'node:test'

import type { MessageId, ReplyId } from '../../model/ids.ts'
import type { ReplyState } from '../../model/reply.ts'
import { currentPack } from '../pack/current-pack.ts'
import { conversationClock, type SpokenMessage, type TriedReply } from './conversation-clock.ts'

const { limits } = currentPack()
const AT = new Date('2026-11-20T10:00:00.000Z')
const BUYER: SpokenMessage = {
  id: 10 as MessageId, // proof: an id of this test's own
  kind: 'buyer',
  at: AT,
  authenticity: 'unverified',
  isHistory: false,
}

test('a buyer who writes waits for us, and history waits for nobody', () => {
  assert.equal(stateOf([BUYER], []), 'needs-reply')
  assert.equal(stateOf([{ ...BUYER, isHistory: true }], []), 'waiting')
})

test('only what is with Amazon answers, in every state a reply can have', () => {
  const answers: Record<ReplyState, boolean> = {
    queued: false,
    sending: false,
    sent: true,
    confirmed: true,
    bounced: false,
    'opted-out': false,
    refused: false,
    held: false,
    failed: false,
    unknown: false,
    undone: false,
  }

  for (const state of Object.keys(answers) as ReplyState[])
    // proof: the record above has each state and nothing else
    assert.equal(stateOf([BUYER], [reply(state)]), answers[state] ? 'waiting' : 'needs-reply', state)
})

test('says why a reply did not answer: what Amazon did, or that it never left', () => {
  for (const state of ['bounced', 'opted-out', 'refused', 'held', 'failed'] as const)
    assert.equal(clockOf([BUYER], [reply(state)]).reopened, state)
  assert.equal(clockOf([BUYER], [reply('unknown')]).reopened, undefined)
})

test('a mere acknowledgement leaves it on us until a real answer, from here or from Seller Central', () => {
  const acknowledged = { ...reply('sent'), isAcknowledgement: true }
  const later: TriedReply = { ...reply('sent'), id: 21 as ReplyId } // proof: an id of this test's own
  const copy: SpokenMessage = { ...BUYER, id: 30 as MessageId, kind: 'copy', authenticity: 'verified' } // proof: as above

  assert.equal(stateOf([BUYER], [acknowledged]), 'on-us')
  assert.equal(stateOf([BUYER], [acknowledged, later]), 'waiting')
  assert.equal(stateOf([BUYER], [acknowledged, { ...later, state: 'bounced' }]), 'on-us')
  assert.equal(stateOf([BUYER, copy], [acknowledged]), 'waiting')
  assert.equal(stateOf([BUYER, { ...copy, authenticity: 'unverified' }], [acknowledged]), 'on-us')
})

test('a copy that is not surely Amazon’s answers nothing', () => {
  const copy: SpokenMessage = { ...BUYER, id: 11 as MessageId, kind: 'copy' } // proof: an id of this test's own

  assert.equal(stateOf([BUYER, copy], []), 'needs-reply')
  assert.equal(stateOf([BUYER, { ...copy, authenticity: 'verified' }], []), 'waiting')
})

function stateOf(messages: readonly SpokenMessage[], replies: readonly TriedReply[]) {
  return clockOf(messages, replies).state
}

function clockOf(messages: readonly SpokenMessage[], replies: readonly TriedReply[]) {
  return conversationClock({ messages, replies, deadlines: [], notNeeded: [] }, limits)
}

function reply(state: ReplyState): TriedReply {
  const left = state === 'sent' || state === 'confirmed'
  return {
    id: 20 as ReplyId, // proof: an id of this test's own
    answers: BUYER.id,
    state,
    isAcknowledgement: false,
    changedAt: AT,
    sentAt: left ? AT : undefined,
  }
}
