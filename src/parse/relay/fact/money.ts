import type { Money } from '../../../model/mail-facts.ts'

/** Signs that name one currency; the longer before those they begin with. */
const SIGNS: Readonly<Record<string, string>> = {
  r$: 'BRL',
  mx$: 'MXN',
  ca$: 'CAD',
  cdn$: 'CAD',
  c$: 'CAD',
  au$: 'AUD',
  a$: 'AUD',
  s$: 'SGD',
  us$: 'USD',
  '€': 'EUR',
  euros: 'EUR',
  euro: 'EUR',
  '£': 'GBP',
  '¥': 'JPY',
  '￥': 'JPY',
  円: 'JPY',
  zł: 'PLN',
  kr: 'SEK',
  '₹': 'INR',
  'rs.': 'INR',
  'rs ': 'INR',
  'د.إ': 'AED',
  درهم: 'AED',
  'ر.س': 'SAR',
  ريال: 'SAR',
  'ج.م': 'EGP',
  جنيه: 'EGP',
  'e£': 'EGP',
  '₺': 'TRY',
  tl: 'TRY',
}
const CODES = [
  'EUR',
  'USD',
  'GBP',
  'CAD',
  'MXN',
  'BRL',
  'SEK',
  'PLN',
  'TRY',
  'AED',
  'SAR',
  'EGP',
  'INR',
  'JPY',
  'AUD',
  'SGD',
  'ZAR',
]
const DOLLARS: ReadonlySet<string> = new Set(['USD', 'CAD', 'MXN', 'AUD', 'SGD'])
const WITHOUT_FRACTIONS: ReadonlySet<string> = new Set(['JPY'])
/** Beyond, a number is no amount of a mail. */
const DIGITS_MAX = 12

const BLANK = '[ \\u00a0\\u202f\\u2009]'
const SIGN = [...CODES, ...Object.keys(SIGNS), '$', 'R']
  .toSorted((one, other) => other.length - one.length)
  .map((sign) => sign.replace(/[.$]/gu, '\\$&'))
  .join('|')
const NUMBER = `\\d{1,3}(?:[.,'’]\\d{2,3}){1,4}(?:[.,]\\d{1,2})?|\\d{1,3}(?:${BLANK}\\d{3}){1,4}(?:[.,]\\d{1,2})?|\\d{1,12}(?:[.,]\\d{1,2})?`
const BEFORE = `(?<![\\p{Script=Latin}\\p{Script=Arabic}\\p{N}])(${SIGN})${BLANK}?\\$?(${NUMBER})(?![\\p{N}])(?:${BLANK}?(${CODES.join('|')})(?![\\p{L}]))?`
const AFTER = `(?<![\\p{N}.,])(${NUMBER})${BLANK}?(${SIGN})(?![\\p{Script=Latin}\\p{Script=Arabic}])(?!${BLANK}?\\d)`
const AMOUNT = new RegExp(`${BEFORE}|${AFTER}`, 'giu')

/**
 * The first amount in a text that names its currency, in the writing of any marketplace, or nothing. A bare `$` is the
 * marketplace's dollar; `R` is an amount of rands only where the marketplace's currency is.
 */
export function moneyIn(text: string, marketplaceCurrency: string | undefined): Money | undefined {
  const plain = text
    .replace(/[\u0660-\u0669]/gu, arabicDigit)
    .replaceAll('٫', '.')
    .replaceAll('٬', ',')
  for (const match of plain.matchAll(AMOUNT)) {
    const currency = currencyOf(match[3] ?? match[1] ?? match[5] ?? '', marketplaceCurrency)
    const minor = currency === undefined ? undefined : minorUnits(match[2] ?? match[4] ?? '', currency)
    if (currency !== undefined && minor !== undefined) return { minor, currency }
  }
  return undefined
}

function arabicDigit(digit: string): string {
  return String((digit.codePointAt(0) ?? 0) - 0x0660)
}

function currencyOf(sign: string, marketplaceCurrency: string | undefined): string | undefined {
  if (CODES.includes(sign.toUpperCase())) return sign.toUpperCase()
  if (sign === '$')
    return marketplaceCurrency !== undefined && DOLLARS.has(marketplaceCurrency) ? marketplaceCurrency : 'USD'
  if (sign === 'R') return marketplaceCurrency === 'ZAR' ? 'ZAR' : undefined
  return SIGNS[sign.toLowerCase()]
}

/** The last separator begins the fraction when one or two digits follow it; every other one groups digits. */
function minorUnits(number: string, currency: string): number | undefined {
  const [, whole = '', fraction = ''] = /^(.*?)(?:[.,](\d{1,2}))?$/u.exec(number) ?? []
  const digits = whole.replace(/\D/gu, '')
  if (digits === '' || digits.length > DIGITS_MAX) return undefined
  if (WITHOUT_FRACTIONS.has(currency)) return Number(digits)
  return Number(digits) * 100 + Number(fraction.padEnd(2, '0'))
}
