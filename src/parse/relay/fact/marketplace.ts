import { parseMarketplaceId } from '../../../model/marketplace-id.ts'
import { marketplaceOfTld } from '../../../policy/pack/marketplaces.ts'
import type { ParsedMail } from '../../parsed-mail.ts'

/** A host of one marketplace in Amazon's own text: Seller Central by https, or the relay. */
const MARKETPLACE_HOST =
  /(?:https:\/\/sellercentral\.|@marketplace\.)amazon\.([a-z]{2,3}(?:\.[a-z]{2})?)(?![\w.-]*[\w-])/u
const TLD = /@(?:marketplace\.)?amazon\.([a-z.]{2,6})$/u
/** Amazon writes to the sellers of every marketplace from here, so this end of an address tells none. */
const EVERYWHERE = '@amazon.com'

/** The marketplace of a buyer's mail: as its header says, else as the relay address ends. */
export function marketplaceOfMessage(mail: ParsedMail): string | undefined {
  return parseMarketplaceId(mail.marketplaceId) ?? marketplaceOfAddress(mail.from.address)
}

/** The marketplace of a notice: as its header says, else as the hosts in Amazon's text or the sender's address end. */
export function marketplaceOfNotice(mail: ParsedMail, template: string): string | undefined {
  return (
    parseMarketplaceId(mail.marketplaceId) ??
    marketplaceOfTld(MARKETPLACE_HOST.exec(template)?.[1] ?? '')?.id ??
    marketplaceOfAddress(mail.from.address)
  )
}

function marketplaceOfAddress(address: string): string | undefined {
  const lower = address.toLowerCase()
  return lower.endsWith(EVERYWHERE) ? undefined : marketplaceOfTld(TLD.exec(lower)?.[1] ?? '')?.id
}
