import { ORDER_ID } from '../../model/order.ts'
import type { PolicyPack } from '../../model/policy-pack.ts'
import { type RelayAddress, parseRelayAddress } from '../../model/relay-address.ts'
import { rawText } from '../../model/text.ts'
import type { AmazonMail, OptOutNotice, ReplyCopy } from '../amazon-mail.ts'
import { messageParts } from './message-parts.ts'
import { saysOptOut, saysRefusal } from './notice-words.ts'
import { orderIdOf } from './order-line.ts'
import type { ParsedMail } from '../parsed-mail.ts'

/** Begins only where a run of its letters begins, so that a long run costs no more than its length. */
const ADDRESS = /(?<![a-z0-9+-])[a-z0-9+-]{8,80}@marketplace\.amazon\.[a-z.]{2,6}/giu

/** "Your e-mail to <name>": the Portuguese is read from a real copy, the others say the same. A miss costs the name only. */
const COPY_SUBJECT = /^(?:Seu e-mail para|Your e-?mail to|Ihre E-Mail an|Votre e-mail à|La tua e-mail a)\s+(\S.*)$/iu

/** What Amazon itself tells about one of our replies. The caller has made sure that Amazon is the sender. */
export function readNotice(mail: ParsedMail, pack: PolicyPack): AmazonMail {
  if (mail.notificationType === 'BBC_MESSAGE_CONFIRMATION_TO_MERCHANT') return readCopy(mail)
  const words = `${mail.subject}\n${mail.body}`
  if (mail.notificationType === 'BUYER_OPTED_OUT_BSM_MESSAGES' || saysOptOut(words))
    return { kind: 'opted-out', ...undelivered(mail, pack) }
  if (saysRefusal(words)) return { kind: 'refused', ...undelivered(mail, pack) }
  return { kind: 'other' }
}

function readCopy(mail: ParsedMail): ReplyCopy {
  const parts = messageParts(mail.body, mail.markedText)
  const name = COPY_SUBJECT.exec(mail.subject)?.[1]
  return {
    kind: 'copy',
    buyerName: name === undefined ? undefined : rawText(name),
    text: rawText(parts.text),
    orderId: orderIdOf(mail.subject, parts),
    answersMailId: mail.inReplyTo,
  }
}

function undelivered(mail: ParsedMail, pack: PolicyPack): Omit<OptOutNotice, 'kind'> {
  return {
    relayAddress: onlyRelayAddress(`${mail.subject}\n${mail.body}`, pack),
    orderId: ORDER_ID.exec(mail.subject)?.[0] ?? ORDER_ID.exec(mail.body)?.[0],
    answersMailId: mail.inReplyTo,
  }
}

/** The relay address a notice names; nothing when it names several, since then nobody can tell whose mail it means. */
function onlyRelayAddress(words: string, pack: PolicyPack): RelayAddress | undefined {
  const found = new Set<RelayAddress>()
  for (const [text] of words.matchAll(ADDRESS)) {
    const address = parseRelayAddress(text, pack.marketplaceTlds.values)
    if (address) found.add(address)
  }
  const [only] = found
  return found.size === 1 ? only : undefined
}
