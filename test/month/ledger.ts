/** What became of a reply that Amazon took and did not hand to its buyer. */
export const FAILURES = ['bounced', 'opted-out', 'refused'] as const
export type Failure = (typeof FAILURES)[number]

/** A message of a buyer, as Amazon has it. `isTold`: the mail about it has reached the desk. */
export interface LedgerMessage {
  readonly orderId: string
  /** When Amazon took it. */
  readonly at: Date
  isTold: boolean
  /** Somebody marked it as needing no response. */
  isMarked: boolean
}

/** An answer of the seller's, as Amazon has it. */
export interface LedgerAnswer {
  readonly orderId: string
  /** When Amazon took it. */
  readonly at: Date
  /** When the newest message was written that it answers. */
  readonly answers: Date
  /** Of a reply by mail; undefined for one written in Seller Central. */
  readonly mailId: string | undefined
  /** Whether the desk knows of it: its server said 250, Amazon's copy came, or a person looked it up. */
  isTold: boolean
  /** Why it never reached the buyer; undefined if it did. */
  readonly failure: Failure | undefined
  /** Whether the mail about that has reached the desk. */
  isFailureTold: boolean
}

/** The simulated Amazon's own record of what happened, by order. Every conversation has an order of its own. */
export interface Ledger {
  readonly messages: Map<string, LedgerMessage[]>
  readonly answers: Map<string, LedgerAnswer[]>
}

export function newLedger(): Ledger {
  return { messages: new Map(), answers: new Map() }
}
