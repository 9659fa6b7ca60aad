/** What becomes of a reply. `temporary-failure` and `reject` answer in the SMTP session, the others after the 250. */
export const ANSWERS = ['deliver', 'bounce', 'opt-out', 'guidelines', 'temporary-failure', 'reject'] as const

export const COPIES_NAME = ['order', 'buyer'] as const

/** How replies are treated from now on. */
export interface Mode {
  /** Whether a delivered reply comes back to the mailbox as Amazon's copy. */
  readonly copies: boolean
  /** What a copy is known by: the order and the mail it is of, or the buyer's name alone. Both happen. */
  readonly copiesName: (typeof COPIES_NAME)[number]
  readonly answers: (typeof ANSWERS)[number]
  /** A sender Amazon does not know: refused with 550, or taken with 250 and told of by mail. Both happen. */
  readonly unapproved: 'reject' | 'notice'
  /** Whether a buyer answers the first reply with thanks. */
  readonly talkative: boolean
}

/** Amazon on a good day: replies arrive, nothing comes back. */
export const DEFAULT_MODE: Mode = {
  copies: false,
  copiesName: 'order',
  answers: 'deliver',
  unapproved: 'reject',
  talkative: false,
}
