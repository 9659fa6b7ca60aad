import type { PolicyPack } from '../../../model/policy-pack.ts'
import { rawText } from '../../../model/text.ts'
import type { AmazonMail, OptOutNotice, OrderNotice, ReplyCopy } from '../../amazon-mail.ts'
import type { ParsedMail } from '../../parsed-mail.ts'
import { marketplaceOfNotice } from '../fact/marketplace.ts'
import { noticeFacts } from '../fact/notice-facts.ts'
import { orderIdIn, orderIdOfSubject } from '../fact/order-id.ts'
import { orderIdOf } from '../message/order-of.ts'
import { messageParts } from '../message/message-parts.ts'
import { copiedName } from './copied-name.ts'
import type { NoticeKind } from './mail-kind.ts'
import { namedAddress } from './named-address.ts'
import { isSenderRefusal } from './sender-refusal.ts'

/** What Amazon itself tells. The caller has made sure that Amazon is the sender, and of which kind the mail is. */
export function readNotice(mail: ParsedMail, kind: NoticeKind, pack: PolicyPack): AmazonMail {
  switch (kind) {
    case 'copy':
      return readCopy(mail)
    case 'opted-out':
      return { kind, ...undelivered(mail, pack) }
    case 'refused':
      return { kind, isSenderRefused: isSenderRefusal(mail), ...undelivered(mail, pack) }
    case 'return-request':
    case 'refund':
    case 'cancellation':
    case 'claim-opened':
    case 'claim-closed':
    case 'other':
      return readOrderNotice(mail, kind)
  }
}

function readCopy(mail: ParsedMail): ReplyCopy {
  const parts = messageParts(mail.body, mail.markedText)
  const name = copiedName(mail.subject, parts.preamble)
  return {
    kind: 'copy',
    buyerName: name === undefined ? undefined : rawText(name),
    subject: mail.subject,
    text: rawText(parts.text),
    orderId: orderIdOf(mail.subject, parts),
    marketplaceId: marketplaceOfNotice(mail, `${parts.preamble}\n${parts.footer ?? ''}`),
    answersMailId: mail.inReplyTo,
  }
}

function undelivered(mail: ParsedMail, pack: PolicyPack): Omit<OptOutNotice, 'kind'> {
  return {
    relayAddress: namedAddress(`${mail.subject}\n${mail.body}`, pack),
    subject: mail.subject,
    text: rawText(mail.body.trim()),
    orderId: orderIdOfSubject(mail.subject) ?? orderIdIn(mail.body),
    marketplaceId: marketplaceOfNotice(mail, `${mail.subject}\n${mail.body}`),
    answersMailId: mail.inReplyTo,
  }
}

function readOrderNotice(mail: ParsedMail, topic: OrderNotice['topic']): OrderNotice {
  const marketplaceId = marketplaceOfNotice(mail, `${mail.subject}\n${mail.body}`)
  return {
    kind: 'order-notice',
    topic,
    subject: mail.subject,
    text: rawText(mail.body.trim()),
    orderId: orderIdOfSubject(mail.subject) ?? orderIdIn(mail.body),
    marketplaceId,
    facts: noticeFacts(mail, { topic, marketplaceId }),
  }
}
