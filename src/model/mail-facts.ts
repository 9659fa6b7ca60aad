/** An amount in the currency's smallest unit (cents; yen), so that nothing is lost to fractions. */
export interface Money {
  readonly minor: number
  /** ISO 4217, such as EUR. */
  readonly currency: string
}

/** What Amazon's own template says in a mail about an order. Never taken from the buyer's words. */
export interface MailFacts {
  readonly asins: readonly string[]
  /** The amount the mail is about: what is claimed, granted or refunded. */
  readonly amount: Money | undefined
  /** The instant by which the mail itself asks for an answer. */
  readonly statedDueAt: Date | undefined
  readonly quantity: number | undefined
  readonly fulfilledBy: 'amazon' | 'merchant' | undefined
}

export const NO_FACTS: MailFacts = {
  asins: [],
  amount: undefined,
  statedDueAt: undefined,
  quantity: undefined,
  fulfilledBy: undefined,
}

/** What Amazon tells of an order. `other` is any mail of Amazon's that is none of these. */
export const NOTICE_TOPICS = [
  'return-request',
  'refund',
  'cancellation',
  'claim-opened',
  'claim-closed',
  'other',
] as const
export type NoticeTopic = (typeof NOTICE_TOPICS)[number]

/** Facts as a row keeps them: what is not known is left out. */
export interface StoredFacts {
  readonly asins?: readonly string[]
  readonly amount?: Money
  /** ISO instant. */
  readonly statedDueAt?: string
  readonly quantity?: number
  readonly fulfilledBy?: 'amazon' | 'merchant'
}

/** Facts as they are written. */
export function storedFacts(facts: MailFacts): StoredFacts {
  return {
    ...(facts.asins.length === 0 ? {} : { asins: facts.asins }),
    ...(facts.amount === undefined ? {} : { amount: facts.amount }),
    ...(facts.statedDueAt === undefined ? {} : { statedDueAt: facts.statedDueAt.toISOString() }),
    ...(facts.quantity === undefined ? {} : { quantity: facts.quantity }),
    ...(facts.fulfilledBy === undefined ? {} : { fulfilledBy: facts.fulfilledBy }),
  }
}

/** Facts as they were written. */
export function factsOf(stored: StoredFacts): MailFacts {
  return {
    asins: stored.asins ?? [],
    amount: stored.amount,
    statedDueAt: stored.statedDueAt === undefined ? undefined : new Date(stored.statedDueAt),
    quantity: stored.quantity,
    fulfilledBy: stored.fulfilledBy,
  }
}
