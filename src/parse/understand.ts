import { parseMarketplaceId } from '../model/marketplace-id.ts'
import type { PolicyPack } from '../model/policy-pack.ts'
import { type RelayAddress, parseRelayAddress, relayCase } from '../model/relay-address.ts'
import { rawText } from '../model/text.ts'
import type { AmazonMail, Bounce, BuyerMessage } from './amazon-mail.ts'
import { isAmazonSender } from './relay/amazon-sender.ts'
import { footerTokens } from './relay/footer-tokens.ts'
import { messageParts } from './relay/message-parts.ts'
import { readNotice } from './relay/notice.ts'
import { orderIdOf } from './relay/order-line.ts'
import type { DeliveryReport, ParsedMail } from './parsed-mail.ts'

/**
 * What a mail is to the desk. Pure; never throws; what it cannot place is `other`. A mail from a buyer's relay address
 * is always the buyer's, whatever it says: so a buyer who quotes a notice or a bounce cannot make one.
 */
export function understand(mail: ParsedMail, pack: PolicyPack): AmazonMail {
  const relayAddress = parseRelayAddress(mail.from.address, pack.marketplaceTlds.values)
  if (relayAddress) return buyerMessage(mail, relayAddress, pack)
  if (mail.deliveryReport) return bounce(mail.deliveryReport)
  if (isAmazonSender(mail.from.address, pack)) return readNotice(mail, pack)
  return { kind: 'other' }
}

function buyerMessage(mail: ParsedMail, relayAddress: RelayAddress, pack: PolicyPack): BuyerMessage {
  const parts = messageParts(mail.body, mail.markedText)
  const tokens = footerTokens(parts.footer, pack.marketplaceTlds.values)
  return {
    kind: 'buyer-message',
    relayAddress,
    buyerName: rawText(mail.from.name.replace(/ - Amazon Marketplace$/u, '')),
    subject: mail.subject,
    text: rawText(parts.text),
    orderId: orderIdOf(mail.subject, parts),
    marketplaceId: parseMarketplaceId(mail.marketplaceId),
    messageToken: tokens.message,
    threadToken: tokens.thread,
    caseId: relayCase(relayAddress),
  }
}

/** Believed from any mail server: the worst a false one does is to ask a person to look at a reply again. */
function bounce(report: DeliveryReport): Bounce {
  return {
    kind: 'bounce',
    permanent: report.status.startsWith('5'),
    status: report.status,
    recipient: report.recipient,
    mailId: report.originalMailId,
  }
}
