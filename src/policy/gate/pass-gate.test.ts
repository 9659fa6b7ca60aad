import assert from 'node:assert/strict'
import test from 'node:test'

import fc from 'fast-check'

import { parseRelayAddress } from '../../model/relay-address.ts'
import type { RelayAddress } from '../../model/relay-address.ts'
import { rawText } from '../../model/text.ts'
import type { OwnText, SafeText } from '../../model/text.ts'
import { currentPack } from '../pack/current-pack.ts'
import { ownText } from '../redact/own-text.ts'
import { noText, redact } from '../redact/redact.ts'
import { isCleared } from './cleared-reply.ts'
import type { ProposedReply } from './cleared-reply.ts'
import { passGate } from './pass-gate.ts'
import type { GateFacts, GateVerdict } from './pass-gate.ts'

const pack = currentPack()
const BUYER_MAIL = '<0100abc-1@eu-west-1.amazonses.com>'
const facts: GateFacts = {
  pack,
  approvedSenders: ['desk@lamp-shop.example', 'lena@lamp-shop.example'],
  relayAddress: relay('abc123def456@marketplace.amazon.de'),
  lastBuyerMailId: BUYER_MAIL,
}
const good: ProposedReply = {
  mailId: '<r482905371648.1@lamp-shop.example>',
  sender: 'desk@lamp-shop.example',
  recipient: facts.relayAddress,
  subject: 'Re: Frage von Amazon-Kunde Bo (Bestellung: 302-7654321-1234567)',
  body: own('Guten Tag Bo,\n\nIhre Lampe ist unterwegs.\n\nViele Grüße'),
  quoted: safe('Wo ist meine Lampe? Mail an ⟦EMAIL⟧'),
  inReplyTo: BUYER_MAIL,
  references: ['<older@example.com>', BUYER_MAIL],
}

test('clears a good reply, frozen and with every value as it was looked at', () => {
  const verdict = passGate(good, facts)

  assert.ok(verdict.ok)
  assert.ok(isCleared(verdict.reply))
  assert.ok(Object.isFrozen(verdict.reply) && Object.isFrozen(verdict.reply.references))
  assert.deepEqual({ ...verdict.reply }, good)
  assert.deepEqual(verdict.advice, [])
})

test('does not clear the proposal itself, which its owner could still change', () => {
  passGate(good, facts)

  assert.equal(isCleared(good), false)
})

test('refuses every recipient but the relay address of the conversation', () => {
  const others = ['abc123def457@marketplace.amazon.de', 'abc123def456@marketplace.amazon.fr'].map(relay)
  const forged = ['lena@example.com', 'abc123def456@marketplace.amazon.de ', 'ABC123DEF456@marketplace.amazon.de'].map(
    forgedRelay,
  )

  assert.deepEqual(
    [...others, ...forged].map((recipient) => rules(passGate({ ...good, recipient }, facts))),
    [['OUT-001'], ['OUT-001'], ['OUT-001'], ['OUT-001'], ['OUT-001']],
  )
})

test('refuses an address that is no relay address even if the conversation claims it', () => {
  const recipient = forgedRelay('lena@example.com')

  assert.deepEqual(rules(passGate({ ...good, recipient }, { ...facts, relayAddress: recipient })), ['OUT-001'])
})

test('refuses a sender that is not exactly an approved one', () => {
  const senders = [
    '',
    'other@lamp-shop.example',
    'Desk@lamp-shop.example',
    'desk@lamp-shop.example, lena@lamp-shop.example',
  ]

  assert.deepEqual(
    senders.map((sender) => rules(passGate({ ...good, sender }, facts))),
    [['OUT-002'], ['OUT-002'], ['OUT-002'], ['OUT-002']],
  )
})

test('refuses a reply outside the thread or without the buyer’s words', () => {
  const strays: readonly Partial<ProposedReply>[] = [
    { inReplyTo: undefined },
    { inReplyTo: '<older@example.com>' },
    { references: [] },
    { references: [BUYER_MAIL, '<older@example.com>'] },
    { quoted: noText() },
  ]

  assert.deepEqual(
    strays.map((stray) => rules(passGate({ ...good, ...stray }, facts))),
    [['OUT-003'], ['OUT-003'], ['OUT-003'], ['OUT-003'], ['OUT-003']],
  )
})

test('takes no thread headers where the buyer’s mail had no id', () => {
  const withoutId = { ...facts, lastBuyerMailId: undefined }

  assert.deepEqual(rules(passGate({ ...good, inReplyTo: undefined }, withoutId)), ['OUT-003'])
  assert.deepEqual(rules(passGate({ ...good, references: [] }, withoutId)), ['OUT-003'])
  assert.equal(passGate({ ...good, inReplyTo: undefined, references: [] }, withoutId).ok, true)
})

test('refuses a body that breaks a rule, and gives its findings with fixes', () => {
  const verdict = passGate({ ...good, body: own('Guten Tag,\nschreiben Sie an lena@example.com.') }, facts)

  assert.ok(!verdict.ok)
  assert.deepEqual(
    verdict.findings.map(({ rule, fix }) => [rule, fix !== undefined]),
    [['OUT-004', true]],
  )
})

test('refuses an empty body', () => {
  const empty = ['', ' \n\n', '...', '\u200b'].map(own)

  assert.deepEqual(
    empty.map((body) => rules(passGate({ ...good, body }, facts))),
    [['DESK-001'], ['DESK-001'], ['DESK-001'], ['DESK-001']],
  )
})

test('refuses a subject that could start another header, or holds what may not be sent', () => {
  const subjects = [
    '',
    'Re: Lampe\r\nBcc: lena@example.com',
    'a\u2028b',
    'a\u202eb',
    ' a',
    'x'.repeat(501),
    'Re: lena@example.com',
  ]

  assert.deepEqual(
    subjects.map((subject) => rules(passGate({ ...good, subject }, facts))),
    [['DESK-003'], ['DESK-003'], ['DESK-003'], ['DESK-003'], ['DESK-003'], ['DESK-003'], ['OUT-004']],
  )
})

test('passes a subject of the longest length', () => {
  assert.equal(passGate({ ...good, subject: 'x'.repeat(500) }, facts).ok, true)
})

test('lets the style of a buyer’s subject be', () => {
  assert.equal(passGate({ ...good, subject: 'Re: WO IST MEINE LAMPE, WO IST SIE 😡' }, facts).ok, true)
})

test('refuses a quote in which something sensitive or a link can be read', () => {
  const quotes = ['mail lena@example.com', 'see example.com/a', 'card 4111 1111 1111 1111'].map(forgedSafe)

  assert.deepEqual(
    quotes.map((quoted) => rules(passGate({ ...good, quoted }, facts))),
    [['OUT-085'], ['OUT-085'], ['OUT-085']],
  )
})

test('refuses control and direction characters in body and quote', () => {
  assert.deepEqual(rules(passGate({ ...good, body: forgedOwn('Guten Tag\u0007 und danke') }, facts)), ['OUT-051'])
  assert.deepEqual(rules(passGate({ ...good, body: forgedOwn('Guten Tag\r\nund danke') }, facts)), ['OUT-051'])
  assert.deepEqual(rules(passGate({ ...good, body: own('Guten Tag \u202eeknad') }, facts)), ['OUT-051'])
  assert.deepEqual(rules(passGate({ ...good, quoted: forgedSafe('Wo\u2066 ist sie') }, facts)), ['OUT-051'])
})

test('refuses a mail id that is none', () => {
  const ids = ['', 'a@b.example', '<a b@c.example>', '<a@b.example>\r\nX: y', '<@b.example>', '<a@>']

  assert.deepEqual(
    ids.map((mailId) => rules(passGate({ ...good, mailId }, facts))),
    [['DESK-004'], ['DESK-004'], ['DESK-004'], ['DESK-004'], ['DESK-004'], ['DESK-004']],
  )
})

test('answers a buyer whose subject asks for what no answer may offer', () => {
  const subject = 'Re: Bitte rufen Sie mich an, sonst schlechte Bewertung'

  assert.ok(passGate({ ...good, subject }, facts).ok)
})

test('advises on the tag for important messages, which nobody can take out of a subject here', () => {
  const verdict = passGate({ ...good, subject: 'Re: [wichtig] Frage' }, facts)

  assert.ok(verdict.ok)
  assert.deepEqual(
    verdict.advice.map(({ rule }) => rule),
    ['OUT-038'],
  )
})

test('passes advice on and does not stop for it', () => {
  const verdict = passGate({ ...good, body: own('BITTE SENDEN SIE DIE LAMPE ZURÜCK') }, facts)

  assert.ok(verdict.ok)
  assert.deepEqual(
    verdict.advice.map(({ rule }) => rule),
    ['OUT-053'],
  )
})

test('names every rule at once', () => {
  const verdict = passGate({ ...good, sender: 'x', mailId: 'x', body: own(''), subject: '' }, facts)

  assert.deepEqual(rules(verdict), ['OUT-002', 'DESK-004', 'DESK-001', 'DESK-003'])
})

test('clears no body in which an address, a number or a link stands, whatever stands around it', () => {
  const value = fc.constantFrom(
    'lena@example.com',
    '+44 20 7946 0018',
    'https://example.com',
    'www.example.com/x',
    'bit.ly/3abc',
  )
  const words = fc.constantFrom('', 'Guten Tag ', 'Thank you. ', 'ありがとうございます。', '\n\n', '🙂 ')
  fc.assert(
    fc.property(words, value, words, (before, forbidden, behind) => {
      assert.equal(passGate({ ...good, body: own(`${before}${forbidden} ${behind}`) }, facts).ok, false)
    }),
    { numRuns: 100 },
  )
})

function rules(verdict: GateVerdict): readonly string[] {
  return verdict.ok ? [] : verdict.findings.map(({ rule }) => rule)
}

function relay(address: string): RelayAddress {
  const parsed = parseRelayAddress(address, pack.marketplaceTlds.values)
  assert.ok(parsed !== undefined)
  return parsed
}

function own(text: string): OwnText {
  const outcome = ownText(text, { pack })
  assert.ok(outcome.ok)
  return outcome.text
}

function safe(text: string): SafeText {
  return redact(rawText(text), { pack }).text
}

/* What a faulty caller could pass despite the types. */
function forgedRelay(address: string): RelayAddress {
  return address as RelayAddress // proof: none, which is the point of the test
}

function forgedSafe(text: string): SafeText {
  return text as SafeText // proof: none, which is the point of the test
}

function forgedOwn(text: string): OwnText {
  return text as OwnText // proof: none, which is the point of the test
}
