import { NO_FACTS } from '../../../model/mail-facts.ts'
import type { PolicyPack } from '../../../model/policy-pack.ts'
import { type RelayAddress, relayCase } from '../../../model/relay-address.ts'
import { rawText } from '../../../model/text.ts'
import type { BuyerMessage } from '../../amazon-mail.ts'
import type { ParsedMail } from '../../parsed-mail.ts'
import { asinsIn } from '../fact/asins.ts'
import { marketplaceOfMessage, marketplaceOfNotice } from '../fact/marketplace.ts'
import { quantityOf } from '../fact/order-block.ts'
import { orderIdOfSubject } from '../fact/order-id.ts'
import { buyerName } from './buyer-name.ts'
import { type ServiceContact, serviceContact } from './customer-service.ts'
import { footerStart } from './footer-start.ts'
import { withoutEndRule } from './marker.ts'
import { footerTokens } from './footer-tokens.ts'
import { messageParts } from './message-parts.ts'
import { noResponseLink } from './no-response-link.ts'
import { orderIdOf } from './order-of.ts'

/** What comes from a buyer's relay address: the buyer's message, or customer service's in the buyer's name. */
export function readMessage(mail: ParsedMail, relayAddress: RelayAddress, pack: PolicyPack): BuyerMessage {
  const parts = messageParts(mail.body, mail.markedText)
  const isMarked = parts.foundBy === 'mark' || parts.foundBy === 'markers'
  const contact = isMarked ? undefined : serviceContact(mail.body)
  if (contact) return readServiceContact(mail, { contact, relayAddress })
  const tlds = pack.marketplaceTlds.values
  const tokens = footerTokens(parts.footer, tlds)
  return {
    kind: 'buyer-message',
    via: 'buyer',
    relayAddress,
    buyerName: rawText(buyerName(mail.from.name)),
    subject: mail.subject,
    text: rawText(parts.text),
    isWhole: parts.foundBy === 'nothing',
    orderId: orderIdOf(mail.subject, parts),
    marketplaceId: marketplaceOfMessage(mail),
    messageToken: tokens.message,
    threadToken: tokens.thread,
    caseId: relayCase(relayAddress) ?? tokens.caseId,
    noResponseUrl: noResponseLink(parts.footer, tlds),
    answers: answersOf(mail),
    facts: { ...NO_FACTS, asins: asinsIn(parts.preamble), quantity: quantityOf(parts.preamble) },
  }
}

/** A mail in which customer service asks for a buyer. Its list is shown whole; only Amazon's footer is cut away. */
export function readServiceContact(
  mail: ParsedMail,
  from: { readonly contact: ServiceContact; readonly relayAddress: RelayAddress | undefined },
): BuyerMessage {
  const text = withoutEndRule(mail.body.slice(0, footerStart(mail.body))).trim()
  return {
    kind: 'buyer-message',
    via: 'customer-service',
    relayAddress: from.relayAddress,
    buyerName: rawText(buyerName(mail.from.name)),
    subject: mail.subject,
    text: rawText(text),
    isWhole: false,
    orderId: orderIdOfSubject(mail.subject) ?? from.contact.orderId,
    marketplaceId: from.relayAddress ? marketplaceOfMessage(mail) : marketplaceOfNotice(mail, mail.body),
    messageToken: undefined,
    threadToken: undefined,
    caseId: from.relayAddress && relayCase(from.relayAddress),
    noResponseUrl: undefined,
    answers: answersOf(mail),
    facts: { ...NO_FACTS, asins: asinsIn(text) },
  }
}

/** The message it answers, then those above it, the nearest first, each once. */
function answersOf(mail: ParsedMail): readonly string[] {
  const replied = mail.inReplyTo === undefined ? [] : [mail.inReplyTo]
  return [...new Set([...replied, ...mail.references.toReversed()])]
}
