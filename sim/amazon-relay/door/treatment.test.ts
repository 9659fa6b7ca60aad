import assert from 'node:assert/strict'
import { test } from 'node:test'
import { describeDesk } from '../desk.ts'
import { DEFAULT_MODE, type Mode } from '../mode.ts'
import type { IncomingReply } from './read-reply.ts'
import { treatReply } from './treatment.ts'

const DESK = describeDesk({ mailbox: 'desk@shop.example' })

function treat(reply: Partial<IncomingReply>, mode: Partial<Mode> = {}) {
  const whole: IncomingReply = {
    from: 'desk@shop.example',
    to: 'x0123456789abcde@marketplace.amazon.de',
    mailId: '<one@shop.example>',
    inReplyTo: undefined,
    references: [],
    subject: 'Re: Frage',
    text: 'Guten Tag, das Paket ist unterwegs.',
    at: new Date('2026-11-24T09:00:00Z'),
    raw: '',
    envelopeFrom: 'desk@shop.example',
    html: '',
    bytes: new Uint8Array(),
    ...reply,
  }
  return treatReply(whole, { ...DEFAULT_MODE, ...mode }, DESK)
}

test('delivers a harmless reply of an approved sender', () => {
  assert.deepEqual(treat({}), { kind: 'deliver' })
})

test('compares senders without regard to capitals', () => {
  assert.deepEqual(treat({ from: 'Desk@Shop.example', envelopeFrom: 'DESK@shop.example' }), { kind: 'deliver' })
})

test('asks for the From header to be approved, not only the envelope', () => {
  assert.deepEqual(treat({ from: 'other@shop.example' }), {
    kind: 'smtp-refusal',
    code: 550,
    response: '5.7.1 sender not authorized',
  })
})

test('takes a reply of an unknown sender and tells of it by mail when the mode says so', () => {
  const treatment = treat({ from: 'other@shop.example' }, { unapproved: 'notice' })

  assert.deepEqual(treatment, { kind: 'refuse', reason: 'unapproved-sender', found: [] })
})

test('looks for unsafe words in the subject and the HTML part too', () => {
  assert.deepEqual(treat({ subject: 'Re: write to me@shop.example' }), {
    kind: 'refuse',
    reason: 'unsafe',
    found: ['email-address'],
  })
  assert.deepEqual(treat({ html: '<a href="https://shop.example">here</a>' }), {
    kind: 'refuse',
    reason: 'unsafe',
    found: ['link'],
  })
})

test('fails for now before it looks at anything else', () => {
  assert.equal(treat({ from: 'other@shop.example' }, { answers: 'temporary-failure' }).kind, 'smtp-refusal')
})
