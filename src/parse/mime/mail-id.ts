/** Printable ASCII alone: one with anything else could not stand in the header of an answer as it is. */
const MAIL_ID = /<[!-;=?A-~]{1,200}@[!-;=?A-~]{1,200}>/gu

/** How many references of a mail are kept: the thread's first and its last ones. */
export const REFERENCES_KEPT = 20

/** The first Message-ID in a header value, with its angle brackets, as everywhere in the product. */
export function firstMailId(value: string): string | undefined {
  return value.match(MAIL_ID)?.[0]
}

/** The Message-IDs of a References header, oldest first. Of a long list the first and the last ones are kept. */
export function references(value: string): readonly string[] {
  const ids = value.match(MAIL_ID) ?? []
  return ids.length <= REFERENCES_KEPT ? ids : [...ids.slice(0, 1), ...ids.slice(1 - REFERENCES_KEPT)]
}
