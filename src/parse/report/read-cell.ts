const INSTANT =
  /^(\d{4})[-/](\d{2})[-/](\d{2})(?:[T ](\d{2}):(\d{2})(?::(\d{2})(?:[.,]\d+)?)?)? ?(?:(Z|UTC|GMT)|([+-])(\d{2}):?(\d{2}))?$/iu
const MINUTE_MS = 60_000

/** An instant as reports write it, in UTC when it names no offset; nothing when it is none. */
export function readInstant(cell: string): Date | undefined {
  const match = INSTANT.exec(cell.trim())
  if (!match) return undefined
  const part = (at: number): number => Number(match[at] ?? 0)
  const [year, month, day, hour, minute, second] = [part(1), part(2), part(3), part(4), part(5), part(6)]
  const written = new Date(Date.UTC(year, month - 1, day, hour, minute, second))
  // A day or an hour that does not exist would silently become another one.
  if (written.getUTCMonth() !== month - 1 || written.getUTCDate() !== day || hour > 23) return undefined
  if (minute > 59 || second > 59) return undefined
  const offsetMs = (part(9) * 60 + part(10)) * MINUTE_MS * (match[8] === '-' ? -1 : 1)
  return new Date(written.getTime() - offsetMs)
}

const AMOUNT = /^(-?)(\d{1,9}|\d{1,3}(?:,\d{3}){1,2}|\d{1,3}(?:\.\d{3}){1,2})(?:([.,])(\d{1,2}))?$/u
/** Of the currencies of Amazon's marketplaces, those without a smaller unit. */
const WITHOUT_FRACTIONS: ReadonlySet<string> = new Set(['JPY'])

/**
 * An amount in the currency's smallest unit; nothing when it cannot be read for certain. Amazon writes a point before the
 * fraction, spreadsheets of some countries a comma, and both group thousands by the other sign.
 */
export function readAmount(cell: string, currency: string): number | undefined {
  const match = AMOUNT.exec(cell.trim())
  if (!match) return undefined
  const [, sign, whole = '', point, fraction = ''] = match
  if (point !== undefined && whole.includes(point)) return undefined
  const units = Number(whole.replaceAll(/[.,]/gu, ''))
  const hundredths = units * 100 + Number(fraction.padEnd(2, '0'))
  const minor = WITHOUT_FRACTIONS.has(currency) ? hundredths / 100 : hundredths
  if (!Number.isInteger(minor)) return undefined
  return sign === '-' ? -minor : minor
}

/** Whether a cell says yes. Whatever else it says is no. */
export function readFlag(cell: string | undefined): boolean {
  return /^(?:true|yes|y|1)$/iu.test(cell?.trim() ?? '')
}
