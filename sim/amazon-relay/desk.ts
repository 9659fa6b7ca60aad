import type { Language } from './marketplaces.ts'

/** Where the desk takes mail. */
export interface MailDoor {
  readonly host: string
  readonly port: number
  readonly protocol: 'smtp' | 'lmtp'
}

/** The seller's desk as Amazon knows it. */
export interface Desk {
  /** Missing until somebody says it; mails wait so long. */
  readonly door: MailDoor | undefined
  /** Where Amazon's mails go to. */
  readonly mailbox: string
  /** Addresses replies may come from. */
  readonly approvedSenders: readonly string[]
  /** The seller's own Seller Central language. Amazon's templates follow it, whatever the marketplace. */
  readonly language: Language
}

export const DEFAULT_MAILBOX = 'desk@shop.example'

/** A desk from what is known of it: the mailbox itself is an approved sender unless others are named. */
export function describeDesk(known: Partial<Desk>): Desk {
  const mailbox = known.mailbox ?? DEFAULT_MAILBOX
  return {
    door: known.door,
    mailbox,
    approvedSenders: known.approvedSenders ?? [mailbox],
    language: known.language ?? 'en',
  }
}
