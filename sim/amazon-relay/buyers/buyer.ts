import type { BuyerRequest } from '../buyer-request.ts'

/** One of the dozen: a mail with a name to call it by. */
export interface Buyer extends BuyerRequest {
  readonly key: string
  /** What the case is about, for people. */
  readonly topic: string
  /** How long ago the mail was written when the dozen plays a backlog. */
  readonly minutesAgo: number
  readonly marketplace: string
  /** Whether Amazon made a case of it, so that the relay address has the case id. */
  readonly hasCase: boolean
}
