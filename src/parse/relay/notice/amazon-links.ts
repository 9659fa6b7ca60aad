import type { PolicyPack } from '../../../model/policy-pack.ts'

/** What stands lower in a mail is not looked at. */
const TEXT_MAX = 100_000
const LINK = /https:\/\/[^\s<>"[\]]{1,2000}/gu

/** The links of a text to exactly Seller Central or Amazon's shop, by https. Read, never followed. */
export function amazonLinks(text: string, pack: PolicyPack): readonly URL[] {
  const origins = new Set(
    pack.marketplaceTlds.values.flatMap((tld) => [`https://sellercentral.amazon.${tld}`, `https://www.amazon.${tld}`]),
  )
  return [...text.slice(0, TEXT_MAX).matchAll(LINK)].flatMap(([found]) => {
    const link = URL.parse(found)
    return link && link.username === '' && link.password === '' && origins.has(link.origin) ? [link] : []
  })
}
