import type { Mailbox } from '../../model/account.ts'
import type { Authenticity } from '../../model/message.ts'
import type { Bounce, OptOutNotice, RefusalNotice, ReplyCopy } from '../../parse/amazon-mail.ts'

/** A mail about a reply of ours, with what the door knows of it. */
export interface ArrivedNotice {
  readonly notice: ReplyCopy | OptOutNotice | RefusalNotice | Bounce
  readonly mailbox: Mailbox
  readonly at: Date
  readonly authenticity: Authenticity
  /** Hash (hex) of what the mail says. */
  readonly digest: string
}

/** A mail that is Amazon's copy of a reply. */
export interface ArrivedCopy extends ArrivedNotice {
  readonly notice: ReplyCopy
}
