import { truncate } from '../../base/text.ts'
import { NO_FACTS } from '../../model/mail-facts.ts'
import type { PolicyPack } from '../../model/policy-pack.ts'
import { type RawText, rawText, type SafeText } from '../../model/text.ts'
import type { BuyerMessage, OptOutNotice, OrderNotice, RefusalNotice, ReplyCopy } from '../../parse/amazon-mail.ts'
import type { SenderVerdict } from '../../parse/genuine.ts'
import type { ParsedAttachment, ParsedMail } from '../../parse/parsed-mail.ts'
import { redact } from '../../policy/redact/redact.ts'
import type { Arrival } from './arrival-of.ts'
import type { IncomingAttachment, IncomingMessage, ThreadKeys } from './incoming-message.ts'

/** A mail with all that is known of it beyond what it says. */
export interface UnderstoodMail {
  readonly mail: ParsedMail
  readonly verdict: SenderVerdict
  readonly arrival: Arrival
  readonly pack: PolicyPack
}

type Shown = BuyerMessage | OrderNotice | ReplyCopy | OptOutNotice | RefusalNotice

const PREVIEW_CHARACTERS = 140

/** What an understood mail is as a message: redacted in every part, and nothing raw kept but sealed attachments. */
export function messageOf(shown: Shown, understood: UnderstoodMail): IncomingMessage {
  const { mail, verdict, arrival, pack } = understood
  const safe = (text: RawText): SafeText => redact(text, { pack }).text
  const body = redact(shown.text, { pack })
  const authenticity = verdict.authenticity === 'verified' ? 'verified' : 'unverified'
  return {
    ...natureOf(shown),
    name: safe(shown.kind === 'buyer-message' ? shown.buyerName : mail.from.name),
    subject: safe(shown.subject),
    text: body.text,
    preview: previewOf(body.text, pack),
    redactions: body.redactions,
    relay: shown.kind === 'buyer-message' ? shown.relayAddress : undefined,
    thread: threadOf(shown, mail),
    marketplaceId: shown.marketplaceId,
    noResponseUrl: shown.kind === 'buyer-message' && authenticity === 'verified' ? shown.noResponseUrl : undefined,
    facts: 'facts' in shown ? shown.facts : NO_FACTS,
    isWhole: shown.kind === 'buyer-message' && shown.isWhole,
    isHistory: arrival.isHistory,
    at: arrival.at,
    authenticity,
    verdict: verdict.codes,
    attachments: mail.attachments.map((attachment) => attachmentOf(attachment, pack)),
    sameness: samenessOf(shown, mail),
  }
}

function natureOf(shown: Shown): Pick<IncomingMessage, 'kind' | 'topic'> {
  switch (shown.kind) {
    case 'buyer-message':
      return { kind: 'buyer', topic: shown.via === 'customer-service' ? 'customer-service' : undefined }
    case 'order-notice':
      return { kind: 'notice', topic: shown.topic }
    case 'copy':
      return { kind: 'copy', topic: undefined }
    case 'opted-out':
    case 'refused':
      return { kind: 'notice', topic: shown.kind }
  }
}

function threadOf(shown: Shown, mail: ParsedMail): ThreadKeys {
  const { orderId } = shown
  const { mailId } = mail
  if (shown.kind !== 'buyer-message') {
    return { orderId, mailId, caseId: undefined, threadToken: undefined, answers: [] }
  }
  const { caseId, threadToken, answers } = shown
  return { orderId, mailId, caseId, threadToken, answers }
}

/** Amazon sends one message once per registered address; `m=` is the same in each copy. */
function samenessOf(shown: Shown, mail: ParsedMail): string {
  const token = shown.kind === 'buyer-message' ? shown.messageToken : undefined
  return token === undefined ? `mail|${mail.digest}` : `token|${token}|${mail.from.address.toLowerCase()}`
}

/** What could run is listed and not kept, and neither is what is larger than Amazon lets through. */
function attachmentOf(attachment: ParsedAttachment, pack: PolicyPack): IncomingAttachment {
  const { name, kind, isRisky, sizeBytes, content } = attachment
  const isKept = !isRisky && sizeBytes <= pack.limits.attachmentMaxBytes.value
  return { name: redact(name, { pack }).text, kind, isRisky, sizeBytes, content: isKept ? content : undefined }
}

/** The first words of a message. Redacted again after the cut, so that half a pill never stands for a text. */
function previewOf(text: SafeText, pack: PolicyPack): SafeText {
  const words = truncate(text.replaceAll(/\s+/gu, ' ').trim(), PREVIEW_CHARACTERS)
  return redact(rawText(words), { pack }).text
}
