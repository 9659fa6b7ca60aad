import type { PolicyPack } from '../../../model/policy-pack.ts'
import { type MailKind, type PhraseName, relayWords } from '../../../policy/pack/relay-words.ts'
import type { ParsedMail } from '../../parsed-mail.ts'
import { type AmazonSender, notificationType, sendsType } from '../author/amazon-sender.ts'
import { moneyIn } from '../fact/money.ts'
import { orderIdIn } from '../fact/order-id.ts'
import { phraseStart, says } from '../phrase.ts'
import { amazonLinks } from './amazon-links.ts'
import { copiedName } from './copied-name.ts'
import { type TemplateText, templateText } from './template-text.ts'

/** What a notice turns out to be; `other` when nothing tells. */
export type NoticeKind = Exclude<MailKind, 'buyer-message'> | 'refused' | 'other'

const ORDER_TOPICS: readonly (readonly [NoticeKind, PhraseName])[] = [
  ['cancellation', 'cancellation'],
  ['refund', 'refund'],
  ['return-request', 'returnRequest'],
]
/** An opt-out offers a link that writes to the buyer under a subject of its own. */
const WRITE_ANYWAY = /@marketplace\.amazon\.[a-z.]{2,6}\?subject=/iu

/**
 * What a mail of Amazon's is that has no known type header, by its fingerprints: the type in its survey link, who sent
 * it, its links, its shape, its words. What is quoted in it does not count, and nothing about an order is told by a mail
 * that names none.
 */
export function noticeKind(mail: ParsedMail, sender: AmazonSender, pack: PolicyPack): NoticeKind {
  const template = templateText(mail)
  const undelivered = undeliveredKind(template)
  if (isTyped(mail)) return undelivered ?? 'other'
  const surveyed = surveyKind(mail, sender, pack)
  if (surveyed !== undefined) return surveyed
  if (undelivered !== undefined && !template.hasItemTable) return undelivered
  if (relayWords().systemSenders.includes(sender.localPart)) return 'other'
  if (isFrom(sender, 'opted-out') && WRITE_ANYWAY.test(mail.body)) return 'opted-out'
  if (isFrom(sender, 'claim-opened')) return claimKind(template)
  return copyKind(mail, template) ?? orderKind(mail, template, pack) ?? 'other'
}

/** A type that is not known yet: only what keeps a reply from its buyer is looked for. */
function isTyped(mail: ParsedMail): boolean {
  return (mail.notificationType ?? '').trim() !== ''
}

/** An opt-out goes first, since such a notice also says that the message was not delivered. */
function undeliveredKind({ subject, body }: TemplateText): NoticeKind | undefined {
  const words = `${subject}\n${body}`
  if (says(words, relayWords().phrases.optOut)) return 'opted-out'
  return says(words, relayWords().phrases.refusal) ? 'refused' : undefined
}

/** The survey link of a footer carries the type; what names one its sender never sends is not believed. */
function surveyKind(mail: ParsedMail, sender: AmazonSender, pack: PolicyPack): NoticeKind | undefined {
  const surveys = amazonLinks(mail.body, pack).flatMap((link) => link.searchParams.get('customAttribute1Value') ?? [])
  const type = notificationType(surveys.at(-1))
  return type && sendsType(sender, type) && type.kind !== 'buyer-message' ? type.kind : undefined
}

/** Whether a sender sends mails of a kind. */
function isFrom(sender: AmazonSender, kind: MailKind): boolean {
  return Object.values(relayWords().types).some((type) => type.kind === kind && sendsType(sender, type))
}

/** What is said first decides: a decision also speaks of the claim that was received. A claim is open until decided. */
function claimKind({ subject, body }: TemplateText): NoticeKind {
  const { claimOpened, claimClosed } = relayWords().phrases
  for (const words of [subject, body]) {
    const opened = phraseStart(words, claimOpened)
    const closed = phraseStart(words, claimClosed)
    if (closed >= 0 && (opened < 0 || closed < opened)) return 'claim-closed'
    if (opened >= 0) return 'claim-opened'
  }
  return 'claim-opened'
}

/** A copy stops the clock, so its frame has to be there: the message between markers, and words or marks of a copy. */
function copyKind(mail: ParsedMail, { body, hasMessage, preamble }: TemplateText): NoticeKind | undefined {
  if (!hasMessage) return undefined
  if (says(body, relayWords().phrases.copy)) return 'copy'
  const isMarked = mail.body.includes('[commMgrTok:')
  return isMarked && copiedName(mail.subject, preamble) !== undefined ? 'copy' : undefined
}

function orderKind(mail: ParsedMail, template: TemplateText, pack: PolicyPack): NoticeKind | undefined {
  if (orderIdIn(`${mail.subject}\n${mail.body}`) === undefined) return undefined
  if (says(template.subject, relayWords().phrases.claimName)) return claimKind(template)
  if (amazonLinks(mail.body, pack).some(({ pathname }) => pathname.endsWith('/cancel-order'))) return 'cancellation'
  const named = ORDER_TOPICS.find(([, phrases]) => says(template.subject, relayWords().phrases[phrases]))?.[0]
  return named ?? firstTopic(template.body) ?? tableKind(mail, template)
}

function firstTopic(words: string): NoticeKind | undefined {
  const found = ORDER_TOPICS.map(([kind, name]) => ({ kind, at: phraseStart(words, relayWords().phrases[name]) }))
  return found.filter(({ at }) => at >= 0).toSorted((one, other) => one.at - other.at)[0]?.kind
}

/** Returns and refunds list their items in the same table; only a refund names an amount above it. */
function tableKind(mail: ParsedMail, { hasItemTable, body }: TemplateText): NoticeKind | undefined {
  if (!hasItemTable) return undefined
  return moneyIn(`${mail.subject}\n${body}`, undefined) ? 'refund' : 'return-request'
}
