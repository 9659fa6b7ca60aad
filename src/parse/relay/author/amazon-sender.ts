import type { PolicyPack } from '../../../model/policy-pack.ts'
import { type NotificationType, relayWords } from '../../../policy/pack/relay-words.ts'

const PLAIN_ADDRESS = /^([a-z0-9][a-z0-9._+-]*)@([a-z0-9.-]+)$/u

/** An address of Amazon's own, in its two halves, lower case. */
export interface AmazonSender {
  readonly localPart: string
  readonly domain: string
}

/**
 * The address when it is one of Amazon's own: exactly at a domain the pack names, or at the relay's. Look-alikes,
 * subdomains and quoted forms are not. It tells who the mail claims to be from; whether that is true is for its
 * signature to say.
 */
export function amazonSender(address: string, pack: PolicyPack): AmazonSender | undefined {
  const [, localPart = '', domain = ''] = PLAIN_ADDRESS.exec(address.toLowerCase()) ?? []
  return amazonDomains(pack).includes(domain) ? { localPart, domain } : undefined
}

/** Every domain that Amazon writes to sellers from. */
export function amazonDomains(pack: PolicyPack): readonly string[] {
  return [
    ...pack.amazonDomains.values,
    ...relayWords().senderDomains,
    ...pack.marketplaceTlds.values.map((tld) => `marketplace.amazon.${tld}`),
  ]
}

/** What X-Space-Notification-Type announces, or nothing when it is missing or not known. */
export function notificationType(value: string | undefined): NotificationType | undefined {
  const name = value?.trim().toUpperCase() ?? ''
  const { types } = relayWords()
  return Object.hasOwn(types, name) ? types[name] : undefined
}

/** Whether mails of a type come from a sender. Amazon writes `donotreply` and `do-not-reply` for the same. */
export function sendsType({ localPart }: AmazonSender, type: NotificationType): boolean {
  return type.senders.some((sender) => joined(sender) === joined(localPart))
}

function joined(localPart: string): string {
  return localPart.replace(/[._-]/gu, '')
}
