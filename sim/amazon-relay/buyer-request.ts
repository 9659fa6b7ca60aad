import type { Language } from './marketplaces.ts'

/** A mail of a buyer of one's own making. Everything but name and text has a default. */
export interface BuyerRequest {
  readonly name: string
  /** The buyer's words; empty for a photo alone. */
  readonly text: string
  /** (Default: Amazon's subject in the marketplace's language.) */
  readonly subject?: string | undefined
  /** (Default: none; a question before ordering.) */
  readonly orderId?: string | undefined
  readonly product?: { readonly title: string; readonly asin: string } | undefined
  /** Its id or the end of its address. (Default: the first one of the language.) */
  readonly marketplace?: string | undefined
  /** Of the template around the words. (Default: the desk's.) */
  readonly language?: Language | undefined
  /** `false` leaves the HTML part out; a text replaces it as it stands. (Default: true) */
  readonly html?: boolean | string | undefined
  /** The same alias again goes on with its thread. (Default: a new one) */
  readonly alias?: string | undefined
  /** Part of the relay address. (Default: none) */
  readonly caseId?: string | undefined
  readonly threadToken?: string | undefined
  readonly messageToken?: string | undefined
  /** How often the same message comes, each time with another Message-ID. (Default: 1) */
  readonly copies?: number | undefined
  /** Whether a picture is attached. (Default: false) */
  readonly photo?: boolean | undefined
  /** The mail's Date. (Default: now) */
  readonly sentAt?: Date | undefined
}

/** What became of a request. */
export interface SentBuyerMail {
  readonly relayAddress: string
  readonly alias: string
  /** Message-ID of the first copy, in angle brackets. */
  readonly mailId: string
  readonly mailIds: readonly string[]
  readonly threadToken: string
  readonly messageToken: string
}

/** A request the relay cannot follow; its message is a sentence for the one who asked. */
export class RequestError extends Error {
  readonly status: 400 | 404

  constructor(sentence: string, status: 400 | 404 = 400) {
    super(sentence)
    this.name = 'RequestError'
    this.status = status
  }
}
