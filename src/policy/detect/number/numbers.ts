import type { Span } from '../../../model/finding.ts'
import type { SensitiveKind } from '../../../model/redaction.ts'
import type { Detection } from '../detection.ts'
import type { Scan } from '../scan.ts'
import { findLabelledAccounts, isBankAccount } from './bank/bank-account.ts'
import { findCardInPieces, findCards } from './card/card.ts'
import { findIbans, isBareIban } from './iban/iban.ts'
import { findDocumentNumbers } from './national/document-number.ts'
import { findLetterIds } from './national/letter-id.ts'
import { officialNumber } from './national/official-number.ts'
import type { NumberText } from './number-text.ts'
import { digitRuns, partOf } from './numeral/digit-run.ts'
import type { DigitRun } from './numeral/digit-run.ts'
import { phoneIn } from './phone/phone.ts'
import { findVanityNumbers } from './phone/vanity.ts'

/**
 * Cards, accounts, official numbers and phones: whatever is made of digits. Spans are of the folded text and do not
 * overlap: what is surer comes first, and later readings leave its digits alone. Linear, never throws.
 */
export function findNumbers({ folded, numerals, cues, shield }: Scan): readonly Detection[] {
  return numerals.count === 0 ? [] : new Reading({ text: folded.text, numerals, cues, shield }).read()
}

class Reading {
  readonly #read: NumberText
  readonly #found: Detection[] = []
  /** 1 for each unit that a found value holds. */
  readonly #taken: Uint8Array

  constructor(read: NumberText) {
    this.#read = read
    this.#taken = new Uint8Array(read.text.length)
  }

  read(): readonly Detection[] {
    const read = this.#read
    const runs = digitRuns(read.text, read.numerals, read.shield)
    this.#addAll('IBAN', findIbans(read))
    for (const run of runs) if (isBareIban(read, run)) this.#add('IBAN', run)
    this.#addCards(runs)
    this.#addAll('BANK', findLabelledAccounts(read))
    this.#addAll('NATIONAL_ID', findLetterIds(read))
    this.#addAll('NATIONAL_ID', findDocumentNumbers(read))
    this.#addAll('PHONE', findVanityNumbers(read))
    for (const run of runs) for (const rest of this.#restsOf(run)) this.#addRun(rest)
    return this.#found
  }

  #addCards(runs: readonly DigitRun[]): void {
    const { starts, ends } = this.#read.numerals
    for (const [at, run] of runs.entries()) {
      for (const { from, to } of findCards(this.#read, run))
        this.#add('CARD', { start: starts[from] ?? 0, end: ends[to - 1] ?? 0 })
      const last = runs[findCardInPieces(this.#read, runs, at)]
      if (last !== undefined) this.#add('CARD', { start: run.start, end: last.end })
    }
  }

  /** What is left of a run beside the values found in it. */
  #restsOf(run: DigitRun): readonly DigitRun[] {
    const { text, numerals } = this.#read
    const rests: DigitRun[] = []
    let from = -1
    let isWhole = true
    for (let at = run.from; at <= run.to; at += 1) {
      const isOut = at === run.to || this.#taken[numerals.starts[at] ?? 0] === 1
      if (isOut && at < run.to) isWhole = false
      if (isOut && from >= 0) rests.push(partOf(text, numerals, from, at))
      if (isOut) from = -1
      else if (from < 0) from = at
    }
    return isWhole ? [run] : rests
  }

  #addRun(run: DigitRun): void {
    const read = this.#read
    if (isBankAccount(read, run)) return this.#add('BANK', run)
    const official = officialNumber(read, run)
    if (official !== undefined) return this.#add(official.kind, official.run)
    const phone = phoneIn(read, run)
    if (phone !== undefined) this.#add('PHONE', phone)
  }

  #addAll(kind: SensitiveKind, spans: readonly Span[]): void {
    for (const span of spans) this.#add(kind, span)
  }

  #add(kind: SensitiveKind, { start, end }: Span): void {
    for (let at = start; at < end; at += 1) if (this.#taken[at] === 1) return
    this.#taken.fill(1, start, end)
    this.#found.push({ kind, start, end })
  }
}
