/** What Amazon tells in one language: each is a subject and a body, or the words of a table. */
export interface NoticeWords {
  readonly tld: string
  readonly optOut: readonly [subject: string, body: string]
  readonly refusal: readonly [subject: string, body: string]
  readonly returned: readonly [subject: string, body: string]
  readonly refunded: readonly [subject: string, body: string]
  readonly cancelled: readonly [subject: string, body: string]
  readonly opened: readonly [subject: string, body: string]
  readonly closed: readonly [subject: string, body: string]
  readonly copied: readonly [subject: string, body: string]
  readonly heads: readonly [item: string, sku: string, quantity: string, reason: string, comment: string]
  readonly amount: readonly [text: string, minor: number, currency: string]
  readonly fulfilled: string
}
