/** What Amazon puts behind the name in older mails and in some countries. */
const SUFFIX = /\s*(?:[-–—|]\s*Amazon(?:\.[a-z.]{2,6})?(?:\s+Marketplace)?|\(?\s*via Amazon(?:\.[a-z.]{2,6})?\s*\)?)$/iu

/** The buyer's name without Amazon's suffix. Amazon's own words for a nameless buyer stay as they are. */
export function buyerName(name: string): string {
  return name.replace(SUFFIX, '') || name
}
