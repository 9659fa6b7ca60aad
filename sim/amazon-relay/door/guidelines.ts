/** What a buyer may not be sent, whatever the mode. */
export type Unsafe = 'email-address' | 'phone-number' | 'link'

/** What looks unsafe and is not: relay addresses, Amazon's own pages and name, order ids, dates, amounts. */
const HARMLESS = [
  /(?<![a-z0-9+-])[a-z0-9]{8,40}(?:\+[0-9a-f-]{36})?@marketplace\.amazon\.[a-z]{2,3}(?:\.[a-z]{2})?(?!\w|[\w-]*\.\w)/giu,
  /https:\/\/(?:www|sellercentral)\.amazon\.[a-z]{2,3}(?:\.[a-z]{2})?(?:[/?#][^\s<>"]*|(?![\w@:]|[\w-]*\.\w))/giu,
  /(?<![\w.@/-])(?:www\.)?amazon\.[a-z]{2,3}(?:\.[a-z]{2})?(?![\w@/:]|[\w-]*\.\w)/giu,
  /(?<!\d)\d{3}-\d{7}-\d{7}(?!\d)/gu,
  /(?<!\d)(?:\d{4}[-./]\d{1,2}[-./]\d{1,2}|\d{1,2}[-./]\d{1,2}[-./]\d{2,4})(?!\d)/gu,
  /(?<!\d)\d{1,3}(?:[.,']\d{3})+(?:[.,]\d{2})?(?!\d)/gu,
]

/** Begins only where a run of its letters begins, so that a long run costs no more than its length. */
const EMAIL =
  /(?<![\p{L}\p{N}._%+-])[\p{L}\p{N}._%+-]+ ?(?:@|\(at\)|\[at\]) ?[\p{L}\p{N}-]+ ?(?:\.|\(dot\)|\[dot\]) ?\p{L}{2}/iu
const URL_START = /(?:https?|hxxps?|ftp):\/\/|(?<!\p{L})www\.[\p{L}\p{N}]/iu
/** In small letters, since "delivered.It" is the end of a sentence. */
const BARE_DOMAIN =
  /(?<![\p{L}\p{N}@-])[\p{L}\p{N}-]+\.(?:com|net|org|info|shop|store|app|io|example|test|de|fr|it|es|jp|uk|br|ru|ly|me)(?![\p{L}\p{N}-])/u

/** Digits in groups, as people write telephone numbers; a letter before or after makes it an article or a parcel. */
const DIGIT_GROUPS = /(?<![\p{L}\p{N}-])[+(]{0,2}\d[\d ().\-/]{5,22}\d(?![\p{L}\p{N}])/gu
const CALL_ME =
  /(?:phone|call|tel|t[eé]l|telefon[oe]?|whatsapp|mobile?|handy|appel\p{L}*|電話番?号?)[^\p{L}\d\n]{0,12}$/iu
const PHONE_DIGITS = { fewest: 7, most: 15 } as const
/** A run without any gap is dialled when it begins with 0 or +; longer runs are parcels. */
const DIALLED_DIGITS = { fewest: 9, most: 13 } as const

/**
 * What of a reply's text Amazon would not let through. Deliberately blunter than the desk's own rules and written
 * apart from them: a second opinion, not a copy.
 */
export function findUnsafe(text: string): readonly Unsafe[] {
  const rest = HARMLESS.reduce((left, harmless) => left.replace(harmless, ' '), text.normalize('NFKC'))
  const found: Unsafe[] = []
  if (EMAIL.test(rest)) found.push('email-address')
  if (hasPhoneNumber(rest)) found.push('phone-number')
  if (URL_START.test(rest) || BARE_DOMAIN.test(rest)) found.push('link')
  return found
}

function hasPhoneNumber(text: string): boolean {
  for (const match of text.matchAll(DIGIT_GROUPS)) {
    if (isPhoneNumber(match[0], text.slice(Math.max(0, match.index - 40), match.index))) return true
  }
  return false
}

function isPhoneNumber(candidate: string, before: string): boolean {
  const digits = candidate.replace(/\D/gu, '').length
  if (digits < PHONE_DIGITS.fewest || digits > PHONE_DIGITS.most) return false
  if (CALL_ME.test(before)) return true
  if (/[^+\d]/u.test(candidate)) return true
  return /^[+0]/u.test(candidate) && digits >= DIALLED_DIGITS.fewest && digits <= DIALLED_DIGITS.most
}
