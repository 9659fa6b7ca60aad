/** Amazon's id of a marketplace, such as A1PA6795UKMFR9: the shape of every one that is known. */
const MARKETPLACE_ID = /^A[A-Z0-9]{9,13}$/u

/** A marketplace id as it came in a header, or nothing: what has another shape is not kept. */
export function parseMarketplaceId(text: string | undefined): string | undefined {
  return text !== undefined && MARKETPLACE_ID.test(text) ? text : undefined
}
