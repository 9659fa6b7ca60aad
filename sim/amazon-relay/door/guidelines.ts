/** What a buyer may not be sent, whatever the mode. */
export type Unsafe = 'email-address' | 'phone-number' | 'link'

const RELAY_ADDRESS = /[a-z0-9]+(?:\+[0-9a-f-]{36})?@marketplace\.amazon\.[a-z.]{2,6}(?![\w.-]*\w)/giu
const AMAZON_LINK =
  /https:\/\/(?:www|sellercentral)\.amazon\.(?:[a-z]{2,3}|com?\.[a-z]{2})(?=[/\s<>"')\]]|$)[^\s<>"]*/giu
const ORDER_ID = /(?<!\d)\d{3}-\d{7}-\d{7}(?!\d)/gu
const DATE = /(?<!\d)(?:\d{4}[-./]\d{1,2}[-./]\d{1,2}|\d{1,2}[-./]\d{1,2}[-./]\d{2,4})(?!\d)/gu
const AMOUNT = /(?<!\d)\d{1,3}(?:[.,']\d{3})+(?:[.,]\d{2})?(?!\d)/gu

const EMAIL =
  /[\p{L}\p{N}._%+-]+\s?(?:@|\(at\)|\[at\]|\{at\})\s?[\p{L}\p{N}-]+\s?(?:\.|\(dot\)|\[dot\])\s?[\p{L}]{2,}/iu
const LINK =
  /\b(?:https?|hxxps?|ftp):\/\/|\bwww\.[\p{L}\p{N}]|(?<![\p{L}\p{N}@])[\p{L}\p{N}-]+\.(?:com|net|org|info|shop|store|app|io|example|test|de|fr|it|es|jp|uk|br|ru|ly|me)(?![\p{L}\p{N}-])/iu

/** Digits in groups, as people write telephone numbers; letters on either side make it an article or tracking number. */
const DIGIT_GROUPS = /(?<![\p{L}\p{N}-])[+(]{0,2}\d[\d ()./-]{5,22}\d(?![\p{L}\p{N}])/gu
const CALL_ME =
  /(?:phone|call|tel(?:e[fp]h?on[eo]?)?|t[eé]l|whatsapp|mobile|mobil|handy|anrufen|appel|電話)[^\d\n]{0,20}$/iu
const PHONE_DIGITS = { fewest: 7, most: 15 } as const
/** A run without any space that begins with 0 or + is dialled; longer runs are parcels. */
const DIALLED_DIGITS = { fewest: 9, most: 13 } as const

/**
 * What of a reply's text Amazon would not let through. Relay addresses, links to Amazon, order ids, dates and amounts
 * pass. Deliberately blunter than the desk's own rules and written apart from them: a second opinion, not a copy.
 */
export function findUnsafe(text: string): readonly Unsafe[] {
  const rest = text
    .normalize('NFKC')
    .replace(RELAY_ADDRESS, ' ')
    .replace(AMAZON_LINK, ' ')
    .replace(ORDER_ID, ' ')
    .replace(DATE, ' ')
    .replace(AMOUNT, ' ')
  const found: Unsafe[] = []
  if (EMAIL.test(rest)) found.push('email-address')
  if (hasPhoneNumber(rest)) found.push('phone-number')
  if (LINK.test(rest)) found.push('link')
  return found
}

function hasPhoneNumber(text: string): boolean {
  for (const match of text.matchAll(DIGIT_GROUPS)) {
    if (isPhoneNumber(match[0], text.slice(0, match.index))) return true
  }
  return false
}

function isPhoneNumber(candidate: string, before: string): boolean {
  const digits = candidate.replace(/\D/gu, '').length
  if (digits < PHONE_DIGITS.fewest || digits > PHONE_DIGITS.most) return false
  if (CALL_ME.test(before)) return true
  if (/^\d+$/u.test(candidate) && !candidate.startsWith('0')) return false
  if (/^[+0]?\d+$/u.test(candidate)) return digits >= DIALLED_DIGITS.fewest && digits <= DIALLED_DIGITS.most
  return true
}
