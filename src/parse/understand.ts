import type { PolicyPack } from '../model/policy-pack.ts'
import { parseRelayAddress } from '../model/relay-address.ts'
import type { AmazonMail, Bounce, BuyerMessage, SuspectMail } from './amazon-mail.ts'
import type { DeliveryReport, ParsedMail } from './parsed-mail.ts'
import { type AmazonSender, amazonSender, notificationType, sendsType } from './relay/author/amazon-sender.ts'
import { suspicionOf } from './relay/author/suspicion.ts'
import { serviceContact } from './relay/message/customer-service.ts'
import { readMessage, readServiceContact } from './relay/message/read-message.ts'
import { noticeKind } from './relay/notice/mail-kind.ts'
import { namedAddress } from './relay/notice/named-address.ts'
import { readNotice } from './relay/notice/read-notice.ts'

const IMPERSONATION: SuspectMail = { kind: 'suspect', reason: 'impersonation' }

/**
 * What a mail is to the desk. Pure; never throws; what it cannot place is `other`. A mail from a buyer's relay address
 * is always the buyer's, whatever it says: so a buyer who quotes a notice or a bounce cannot make one.
 */
export function understand(mail: ParsedMail, pack: PolicyPack): AmazonMail {
  const relayAddress = parseRelayAddress(mail.from.address, pack.marketplaceTlds.values)
  if (relayAddress) {
    // A type is Amazon's word, not the buyer's: one that no relay address sends was put there by somebody else.
    const type = notificationType(mail.notificationType)
    return type && type.kind !== 'buyer-message' ? IMPERSONATION : readMessage(mail, relayAddress, pack)
  }
  if (mail.deliveryReport) return bounce(mail.deliveryReport)
  const sender = amazonSender(mail.from.address, pack)
  if (sender) return readAmazons(mail, sender, pack)
  const reason = suspicionOf(mail, pack)
  return reason === undefined ? { kind: 'other' } : { kind: 'suspect', reason }
}

/** A mail of Amazon's own: of the kind its type says when that type comes from this sender, else by its fingerprints. */
function readAmazons(mail: ParsedMail, sender: AmazonSender, pack: PolicyPack): AmazonMail {
  const type = notificationType(mail.notificationType)
  if (!type) return readContact(mail, pack) ?? readNotice(mail, noticeKind(mail, sender, pack), pack)
  if (!sendsType(sender, type) || type.kind === 'buyer-message') return IMPERSONATION
  return readNotice(mail, type.kind, pack)
}

/** Customer service also writes from addresses that stand for no buyer; then the mail may name whom it is about. */
function readContact(mail: ParsedMail, pack: PolicyPack): BuyerMessage | undefined {
  const contact = serviceContact(mail.body)
  return contact?.saysSo
    ? readServiceContact(mail, { contact, relayAddress: namedAddress(mail.body, pack) })
    : undefined
}

/** Believed from any mail server: the worst a false one does is to ask a person to look at a reply again. */
function bounce(report: DeliveryReport): Bounce {
  return {
    kind: 'bounce',
    permanent: report.status.startsWith('5'),
    isSenderRefused: report.isSenderRefused,
    status: report.status,
    recipient: report.recipient,
    mailId: report.originalMailId,
  }
}
