import type { Span } from '../../../../model/finding.ts'
import { BANK_CUE, BANK_LABEL, CARD_CUE, PHONE_CUE, TRADE_CUE } from '../cues.ts'
import type { NumberText } from '../number-text.ts'
import { shapeOf } from '../numeral/digit-run.ts'
import type { DigitRun } from '../numeral/digit-run.ts'
import { isAccount, isRouting, isUnmistakable } from './account-shapes.ts'
import { bankNameBefore } from './japanese-account.ts'
import { labelledParts } from './labelled-parts.ts'
import type { AccountPart } from './labelled-parts.ts'

/** Between two parts of one account: `, `, ` / `, ` und `. */
const MAX_JOINT = 8
const FEWEST_DIGITS = 6
const FEWEST_UNMISTAKABLE = 20
const JOINT = /^[\s,;/|.&()–-]*(?:(?:and|und|et|e|y|en|och|i|ve|mit|with)\s)?[\s,;:/|()–-]*$/u
const FIRST_JAPANESE = 0x3000

/** Accounts told by their labels, the labels included: `routing 121000358 account 4145030239`. */
export function findLabelledAccounts(read: NumberText): readonly Span[] {
  const found: Span[] = []
  let parts: AccountPart[] = []
  const close = (): void => {
    const [first] = parts
    let digits = 0
    for (const part of parts) digits += part.digits
    if (first !== undefined && digits >= FEWEST_DIGITS)
      found.push({ start: beginning(read, first.start), end: parts.at(-1)?.end ?? 0 })
    parts = []
  }
  for (const part of labelledParts(read)) {
    if (!isJoint(read.text, parts.at(-1)?.end ?? part.labelStart, part.labelStart)) close()
    parts.push(part)
  }
  close()
  return found
}

/** Whether a run without a label is an account: by its shape near a word about accounts, or beyond doubt. */
export function isBankAccount(read: NumberText, run: DigitRun): boolean {
  const { digits } = run
  if (digits.length < 9 || run.isInternational) return false
  if (digits.length >= FEWEST_UNMISTAKABLE && isUnmistakable(digits, shapeOf(read.numerals, run))) return true
  const nearest = read.cues.nearestBefore(run.start, BANK_CUE | BANK_LABEL | TRADE_CUE | PHONE_CUE | CARD_CUE)
  if ((nearest & (BANK_CUE | BANK_LABEL)) === 0) return false
  return isAccount(digits, shapeOf(read.numerals, run)) || (digits.length === 9 && isRouting(digits))
}

function isJoint(text: string, from: number, to: number): boolean {
  return to - from <= MAX_JOINT && JOINT.test(text.slice(from, to))
}

/** A Japanese account begins with the names of its bank and branch. */
function beginning({ text }: NumberText, start: number): number {
  return text.charCodeAt(start) >= FIRST_JAPANESE || text.charCodeAt(start - 1) >= FIRST_JAPANESE
    ? bankNameBefore(text, start)
    : start
}
