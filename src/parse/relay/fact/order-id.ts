import { ORDER_ID } from '../../../model/order.ts'

/** Hyphens that mail programs and templates put for a plain one, full-width digits. */
const UNUSUAL = /[\u2010-\u2015\u2212\uff0d\uff10-\uff19]/u
const HYPHENS = /[\u2010-\u2015\u2212\uff0d]/gu

/** Amazon's suffix of a subject: the order in brackets of any kind, at the end. */
const IN_BRACKETS = /[([{（【〔［「『〈《]([^()[\]{}（）【】〔〕［］「」『』〈〉《》]{0,80})[)\]}）】〕］」』〉》]\s*$/u

/** The first order id in a text, or nothing. */
export function orderIdIn(text: string): string | undefined {
  return ORDER_ID.exec(text)?.[0] ?? (UNUSUAL.test(text) ? ORDER_ID.exec(plain(text))?.[0] : undefined)
}

/** The order a subject names: the one of Amazon's suffix before any other. */
export function orderIdOfSubject(subject: string): string | undefined {
  return orderIdIn(IN_BRACKETS.exec(subject)?.[1] ?? '') ?? orderIdIn(subject)
}

function plain(text: string): string {
  return text
    .replace(HYPHENS, '-')
    .replace(/[\uff10-\uff19]/gu, (digit) => String((digit.codePointAt(0) ?? 0) - 0xff10))
}
