import type { Span } from '../../model/finding.ts'
import type { Findings } from '../detect/findings.ts'

/** An amount in the smallest unit of its currency, such as 1999 for 19.99 EUR. */
export interface Money {
  readonly minor: number
  /** ISO 4217. */
  readonly currency: string
}

/** Something a text promises: an amount, a calendar day (YYYY-MM-DD), or a time in words that a person has to date. */
export type Promised =
  | ({ readonly kind: 'amount'; readonly isRefund: boolean } & Money & Span)
  | ({ readonly kind: 'day'; readonly day: string } & Span)
  | ({ readonly kind: 'time-frame' } & Span)

export interface PromisedContext {
  readonly sentences: readonly Span[]
  readonly marks: Findings['marks']
}

const SYMBOLS: Readonly<Record<string, string>> = {
  '€': 'EUR',
  $: 'USD',
  '£': 'GBP',
  '¥': 'JPY',
  '₺': 'TRY',
  円: 'JPY',
  zł: 'PLN',
  kr: 'SEK',
  R$: 'BRL',
  TL: 'TRY',
}
const SIGN = '€|R\\$|\\$|£|¥|₺|円'
const CODE = 'EUR|USD|GBP|JPY|PLN|SEK|TRY|BRL|MXN|CAD|AUD|CHF|TL|zł|kr'
const NUMBER = "\\d{1,3}(?:[ .,'\u00a0\u202f]\\d{3}){0,3}(?:[.,]\\d{1,2})?(?!\\d)|\\d{1,9}(?:[.,]\\d{1,2})?(?!\\d)"
const AMOUNT = new RegExp(
  `(${SIGN}|(?<!\\p{L})(?:EUR|USD|GBP|JPY|PLN|SEK|TRY|BRL|MXN|CAD|AUD|CHF)) ?(${NUMBER})|(?<![\\d.,])(${NUMBER})\\s?(${SIGN}|(?:${CODE})(?!\\p{L}))`,
  'gu',
)
const WITHOUT_MINOR = new Set(['JPY'])
const DAY = /(?<![\d./-])(?:(\d{4})-(\d{2})-(\d{2})|(\d{1,2})\.\s?(\d{1,2})\.\s?(\d{4}))(?![\d/-])/gu

/** The dates and amounts in sentences that promise, in the order of the text. */
export function promised(text: string, { sentences, marks }: PromisedContext): readonly Promised[] {
  if (!/\d/u.test(text) && marks('timeFrame').length === 0) return []
  const refunds = marks('refund')
  const promises = [...refunds, ...marks('promise', 'future', 'guarantee', 'nextStep')]
  const frames = marks('timeFrame')
  return sentences
    .filter((sentence) => promises.some((mark) => touches(sentence, mark)))
    .flatMap((sentence) => {
      const isRefund = refunds.some((mark) => touches(sentence, mark))
      const days = daysIn(text, sentence)
      const words = frames.filter((frame) => touches(sentence, frame) && !days.some((day) => touches(day, frame)))
      return [
        ...amountsIn(text, sentence, isRefund),
        ...days,
        ...words.map(({ start, end }) => ({ kind: 'time-frame' as const, start, end })),
      ].toSorted((a, b) => a.start - b.start)
    })
}

function touches(a: Span, b: Span): boolean {
  return a.start < b.end && b.start < a.end
}

function amountsIn(text: string, sentence: Span, isRefund: boolean): readonly Promised[] {
  return [...text.slice(sentence.start, sentence.end).matchAll(AMOUNT)].map((match) => {
    const written = match[2] ?? match[3] ?? ''
    const sign = match[1] ?? match[4] ?? ''
    const currency = SYMBOLS[sign] ?? sign
    const start = sentence.start + match.index
    return {
      kind: 'amount',
      isRefund,
      minor: minorOf(written, currency),
      currency,
      start,
      end: start + match[0].length,
    }
  })
}

/** The last separator is a decimal one when one or two digits follow it. */
function minorOf(written: string, currency: string): number {
  const decimals = /[.,](\d{1,2})$/u.exec(written)?.[1]
  const whole = (decimals === undefined ? written : written.slice(0, -decimals.length - 1)).replace(/\D/gu, '')
  if (WITHOUT_MINOR.has(currency)) return Number(whole)
  return Number(whole) * 100 + Number((decimals ?? '').padEnd(2, '0'))
}

function daysIn(text: string, sentence: Span): readonly (Promised & { kind: 'day' })[] {
  return [...text.slice(sentence.start, sentence.end).matchAll(DAY)].flatMap((match) => {
    const [written, y1, m1, d1, d2, m2, y2] = match
    const day = `${y1 ?? y2 ?? ''}-${(m1 ?? m2 ?? '').padStart(2, '0')}-${(d1 ?? d2 ?? '').padStart(2, '0')}`
    const start = sentence.start + match.index
    return isDay(day) ? [{ kind: 'day' as const, day, start, end: start + written.length }] : []
  })
}

function isDay(day: string): boolean {
  const ms = Date.parse(`${day}T00:00:00Z`)
  return !Number.isNaN(ms) && new Date(ms).toISOString().startsWith(day)
}
