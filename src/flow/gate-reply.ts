import type { MessageId } from '../model/ids.ts'
import type { PolicyPack } from '../model/policy-pack.ts'
import type { OwnText } from '../model/text.ts'
import { findingOfWhole } from '../policy/check/finding-of.ts'
import { type GateVerdict, passGate } from '../policy/gate/pass-gate.ts'
import { quoteText } from '../policy/gate/quote.ts'
import { noText } from '../policy/redact/redact.ts'
import { openMailId, openSafeBody } from '../seal/sealed-body.ts'
import { openBuyerFace, openTextFace } from '../seal/sealed-face.ts'
import { listSenders } from '../store/approved-sender.ts'
import type { ConversationRow } from '../store/conversation.ts'
import { findMailbox } from '../store/mailbox.ts'
import { findLastBuyerMessage } from '../store/message.ts'
import { accountPack } from './account-pack.ts'
import type { Step } from './in-account.ts'
import { buyerFacePlace, messagePlace, textFacePlace } from './places.ts'

/** A reply as it would leave at this moment, and what the gate says of it. */
export interface GatedReply {
  readonly verdict: GateVerdict
  /** The buyer message it would answer; undefined when no buyer has written here. */
  readonly answers: MessageId | undefined
}

/**
 * Builds the exact mail from the conversation as it is now and asks the gate. Used when a person presses Send and again
 * at delivery, with the pack of that moment; a clearance is never stored.
 */
export async function gateReply(
  step: Step,
  conversation: ConversationRow,
  reply: { readonly mailId: string; readonly body: OwnText },
): Promise<GatedReply> {
  const { tx, scope, vault } = step
  const pack = await accountPack(step)
  const { id, accountId } = conversation
  const keys = await vault.livingKeys(id)
  const mailbox = await findMailbox(tx, scope, conversation.mailboxId)
  const last = await findLastBuyerMessage(tx, scope, id)
  const { relay } = openBuyerFace(keys.person, buyerFacePlace(accountId, id), conversation.buyerFace)
  if (relay === undefined) return { verdict: nobodyToAnswer(pack), answers: last?.id }
  const { subject } = openTextFace(keys.text, textFacePlace(accountId, id), conversation.textFace)
  const theirs = last && openSafeBody(keys.text, messagePlace(accountId, id, last.id), last.body)
  const mailId = last && openMailId(keys.text, messagePlace(accountId, id, last.id), last.body)
  const verdict = passGate(
    {
      mailId: reply.mailId,
      sender: mailbox?.approvedSender ?? '',
      recipient: relay,
      subject: answerSubject(subject),
      body: reply.body,
      quoted: theirs === undefined ? noText() : quoteText(theirs, { pack }),
      inReplyTo: mailId,
      references: mailId === undefined ? [] : [mailId],
    },
    {
      pack,
      approvedSenders: await approvedSenders(step),
      relayAddress: relay,
      lastBuyerMailId: mailId,
    },
  )
  return { verdict, answers: last?.id }
}

/** What the account has approved, not what the mailbox says: so the sender is held against a fact of its own. */
async function approvedSenders({ tx, scope }: Step): Promise<readonly string[]> {
  const senders = await listSenders(tx, scope)
  return senders.flatMap(({ address, state }) => (state === 'approved' ? [address] : []))
}

/** Only Amazon spoke in this conversation, so it has no address. */
function nobodyToAnswer(pack: PolicyPack): GateVerdict {
  return { ok: false, findings: [findingOfWhole(pack, 'OUT-001')] }
}

function answerSubject(subject: string): string {
  return /^re:/iu.test(subject) ? subject : `Re: ${subject}`.trim()
}
