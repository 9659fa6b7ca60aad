import assert from 'node:assert/strict'
import { parseRelayAddress } from '../../src/model/relay-address.ts'
import { rawText } from '../../src/model/text.ts'
import type { ClearedReply, ProposedReply } from '../../src/policy/gate/cleared-reply.ts'
import { passGate } from '../../src/policy/gate/pass-gate.ts'
import { currentPack } from '../../src/policy/pack/current-pack.ts'
import { ownText } from '../../src/policy/redact/own-text.ts'
import { redact } from '../../src/policy/redact/redact.ts'

/** What a test may choose of a reply. */
export interface ReplyWishes {
  readonly body?: string
  readonly quoted?: string
  readonly subject?: string
  readonly references?: readonly string[]
}

const ANSWERED = '<in-1@eu-west-1.example.com>'

/** A reply as a flow proposes it. */
export function proposedReply(wishes: ReplyWishes = {}): ProposedReply {
  const recipient = parseRelayAddress('alias0001@marketplace.amazon.de', currentPack().marketplaceTlds.values)
  const body = ownText(wishes.body ?? 'Your lamp left our shop today.', { pack: currentPack() })
  assert.ok(recipient && body.ok)
  return {
    mailId: '<reply-1@shop.example>',
    sender: 'desk@shop.example',
    recipient,
    subject: wishes.subject ?? 'Re: Frage von Amazon-Kunde (Bestellung: 302-5550001-5550001)',
    body: body.text,
    quoted: redact(rawText(wishes.quoted ?? 'Where is my lamp?'), { pack: currentPack() }).text,
    inReplyTo: ANSWERED,
    references: [...(wishes.references ?? []), ANSWERED],
  }
}

/** A reply that the real gate let pass. */
export function clearedReply(wishes: ReplyWishes = {}): ClearedReply {
  const proposed = proposedReply(wishes)
  const verdict = passGate(proposed, {
    pack: currentPack(),
    approvedSenders: [proposed.sender],
    relayAddress: proposed.recipient,
    lastBuyerMailId: ANSWERED,
  })
  assert.ok(verdict.ok, 'the gate blocks the reply of this test')
  return verdict.reply
}
