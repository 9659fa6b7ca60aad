/** Whether Amazon takes mail from an address. `refused` is what Amazon said of it; until then, and again after a person says so, it is `approved`. */
export type SenderState = 'approved' | 'refused'

/** An address of which the seller told Amazon that its mails are theirs. Replies leave from no other. */
export interface ApprovedSender {
  readonly address: string
  readonly state: SenderState
  readonly changedAt: Date
}
