import assert from 'node:assert/strict'
import { after, describe, it } from 'node:test'

import { SECOND_MS } from '../../src/base/clock.ts'
import { openFaultyWay, type Told, type Way } from './faults/faulty-way.ts'
import { assertPostfix } from './postfix/postfix-server.ts'

assertPostfix()
const desk = await openFaultyWay({ after })

const FIRST_WAIT_MS = 30 * SECOND_MS
const SENT: Told = { state: 'sent', clock: 'rests', mails: 1 }
const WAITS: Told = { state: 'queued', clock: 'runs', mails: 0 }
const FAILED: Told = { state: 'failed', clock: 'runs', mails: 0 }

describe('a reply waits with its clock running, and reaches its buyer once when all is well again, after a Postfix that', () => {
  const ways: Readonly<Record<string, Way>> = {
    'is greylisting at RCPT': { door: 'defers the recipient' },
    'says later upon DATA': { door: 'defers at DATA' },
    'says later after the mail': { door: 'defers the mail' },
    'refuses to talk to us': { door: 'refuses to talk' },
    'hangs up as soon as we connect': { door: 'plain', wire: { kind: 'cut on connecting' } },
    'hangs up upon EHLO': { door: 'plain', wire: { kind: 'cut at', word: 'EHLO' } },
    'hangs up upon MAIL': { door: 'plain', wire: { kind: 'cut at', word: 'MAIL' } },
    'hangs up upon RCPT': { door: 'plain', wire: { kind: 'cut at', word: 'RCPT' } },
    'hangs up upon DATA': { door: 'plain', wire: { kind: 'cut at', word: 'DATA' } },
    'answers each word too late': { door: 'plain', wire: { kind: 'slow', answerMs: 2_000 }, timeoutMs: 500 },
    'demands TLS of a desk beside it that speaks without': { door: 'good' },
    'is far and offers no TLS': { door: 'plain', isFar: true },
    'shows a certificate that nobody vouches for': { door: 'self-signed', isFar: true },
    'shows a certificate of another name': { door: 'of another name', isFar: true },
    'shows a certificate that has expired': { door: 'expired', isFar: true },
    'hangs up while TLS begins': { door: 'good', isFar: true, wire: { kind: 'cut at', word: 'STARTTLS' } },
  }
  for (const [what, way] of Object.entries(ways)) {
    it(what, async () => {
      const reply = await desk.answer(way)

      assert.deepEqual([reply.told, reply.waitMs], [WAITS, FIRST_WAIT_MS])
      assert.deepEqual(await reply.again(), SENT)
    })
  }

  it('has had enough connections of ours, which it says with 421', async () => {
    assert.deepEqual(await desk.verify({ door: 'is full' }), { ok: true })
    const reply = await desk.answer({ door: 'is full' })

    assert.deepEqual([reply.told, reply.waitMs], [WAITS, FIRST_WAIT_MS])
    assert.deepEqual(await reply.again(), SENT)
  })
})

describe('a reply has failed with its clock running, and is never sent, after a Postfix that', () => {
  const ways: Readonly<Record<string, Way>> = {
    'refuses the sender': { door: 'refuses the sender' },
    'refuses the recipient': { door: 'refuses the recipient' },
    'refuses upon DATA': { door: 'refuses at DATA' },
    'refuses the mail when it has it': { door: 'refuses the mail' },
    'takes smaller mails alone': { door: 'takes small mails alone' },
  }
  for (const [what, way] of Object.entries(ways)) {
    it(what, async () => {
      const reply = await desk.answer(way)

      assert.deepEqual(reply.told, FAILED)
      assert.deepEqual(await reply.again(), FAILED)
    })
  }
})

describe('nobody can tell what became of a reply, its clock runs, and it is never sent again, when the wire', () => {
  const ways: Readonly<Record<string, { readonly way: Way; readonly mails: number }>> = {
    'breaks before the final dot, and the buyer gets nothing': {
      way: { door: 'plain', wire: { kind: 'cut before the dot' } },
      mails: 0,
    },
    'breaks after the final dot, and Postfix had taken it': {
      way: { door: 'plain', wire: { kind: 'lost answer' } },
      mails: 1,
    },
    'is silent after the final dot, and Postfix had taken it': {
      way: { door: 'plain', wire: { kind: 'silent' }, timeoutMs: 3_000 },
      mails: 1,
    },
    'loses that Postfix refused it': { way: { door: 'refuses the mail', wire: { kind: 'lost answer' } }, mails: 0 },
  }
  for (const [what, { way, mails }] of Object.entries(ways)) {
    it(what, async () => {
      const reply = await desk.answer(way)
      const unknown: Told = { state: 'unknown', clock: 'runs', mails }

      assert.deepEqual(reply.told, unknown)
      assert.deepEqual(await reply.again(), unknown)
    })
  }
})

describe('a reply is sent, its clock rests, and nothing comes again, when', () => {
  const ways: Readonly<Record<string, Way>> = {
    'all is well': { door: 'plain' },
    'the wire breaks after the answer': { door: 'plain', wire: { kind: 'cut after the answer' } },
    'the server takes its time for each answer': { door: 'plain', wire: { kind: 'slow', answerMs: 300 } },
    'the server is far and shows a certificate that is good': { door: 'good', isFar: true },
  }
  for (const [what, way] of Object.entries(ways)) {
    it(what, async () => {
      const reply = await desk.answer(way)

      assert.deepEqual(reply.told, SENT)
      assert.deepEqual(await reply.again(), SENT)
    })
  }
})

describe('verify', () => {
  it('says that TLS is what is missing, whatever is wrong with the certificate', async () => {
    for (const door of ['self-signed', 'of another name', 'expired'] as const) {
      assert.deepEqual(await desk.verify({ door, isFar: true }), { ok: false, reason: 'no-tls', code: undefined })
    }
    assert.deepEqual(await desk.verify({ door: 'good', isFar: true }), { ok: true })
  })
})
