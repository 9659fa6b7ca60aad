import type { Money } from '../../../src/model/mail-facts.ts'

/** An amount in the reader's language with its currency. A currency nobody knows stands as it came, in its own unit. */
export function moneyWords({ minor, currency }: Money, locale?: string): string {
  try {
    const format = new Intl.NumberFormat(locale, { style: 'currency', currency })
    const { maximumFractionDigits: digits = 2 } = format.resolvedOptions()
    return format.format(minor / 10 ** digits)
  } catch (error) {
    if (error instanceof RangeError) return `${minor} ${currency}`
    throw error
  }
}
