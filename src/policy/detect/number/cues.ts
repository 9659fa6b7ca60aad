import { atomId } from '../atom/atoms.ts'
import type { Atom } from '../atom/atoms.ts'
import type { AtomHits } from '../atom/find-atoms.ts'

/** What a word near a number says that the number is. Several may be asked for at once. */
export const PHONE_CUE = 1
export const CARD_CUE = 2
/** A label that belongs to an account number as people write it: routing, BLZ, conto. */
export const BANK_LABEL = 4
/** Speaks of an account, without being part of the number: bank details. */
export const BANK_CUE = 8
/** Names one official number: BSN, codice fiscale. */
export const ID_LABEL = 16
/** Speaks of identity, taxes or customs in general. */
const ID_CUE = 32
export const SSN_LABEL = 64
/** Passports and licences, whose numbers have no check digit. */
export const DOCUMENT_LABEL = 128
/** Orders, parcels, invoices. */
export const TRADE_CUE = 256
/** Names a number of the trade directly before it: IMEI, serial number. */
export const TRADE_LABEL = 512
export const EXTENSION = 1024
export const ANY_ID = ID_LABEL | ID_CUE | SSN_LABEL

const BITS: readonly (readonly [Atom, number])[] = [
  ['phoneCue', PHONE_CUE],
  ['phoneNoun', PHONE_CUE],
  ['callMe', PHONE_CUE],
  ['cardCue', CARD_CUE],
  ['cardNoun', CARD_CUE],
  ['bankWord', BANK_LABEL],
  ['bankCue', BANK_CUE],
  ['bankNoun', BANK_CUE],
  ['idWord', ID_LABEL],
  ['idCue', ID_CUE],
  ['ssnWord', SSN_LABEL],
  ['documentWord', DOCUMENT_LABEL],
  ['tradeCue', TRADE_CUE],
  ['tradeLabel', TRADE_LABEL],
  ['extensionWord', EXTENSION],
]

/** How far a cue may stand before a number, and behind it, in units. */
const REACH_BEFORE = 48
const REACH_BEHIND = 40

let bits: Uint16Array | undefined

/** The words of a text that say what its numbers are, ready to be asked by place. Positions are of the folded text. */
export class Cues {
  readonly masks: number[] = []
  readonly starts: number[] = []
  readonly ends: number[] = []

  constructor(atoms: AtomHits) {
    bits ??= buildBits()
    for (let hit = 0; hit < atoms.count; hit += 1) {
      const mask = bits[atoms.atoms[hit] ?? 0] ?? 0
      if (mask === 0) continue
      this.masks.push(mask)
      this.starts.push(atoms.starts[hit] ?? 0)
      this.ends.push(atoms.ends[hit] ?? 0)
    }
  }

  /** Whether one of these cues begins at most `reach` units before a place and ends before it. */
  before(at: number, mask: number, reach: number = REACH_BEFORE): boolean {
    for (let hit = this.lastBefore(at); hit >= 0 && (this.starts[hit] ?? 0) >= at - reach; hit -= 1)
      if (((this.masks[hit] ?? 0) & mask) !== 0 && (this.ends[hit] ?? 0) <= at) return true
    return false
  }

  /** Whether one of these cues begins at most `reach` units behind a place. */
  behind(at: number, mask: number, reach: number = REACH_BEHIND): boolean {
    for (let hit = this.lastBefore(at) + 1; hit < this.starts.length && (this.starts[hit] ?? 0) <= at + reach; hit += 1)
      if (((this.masks[hit] ?? 0) & mask) !== 0) return true
    return false
  }

  /** Every meaning of the cue that ends nearest before a place; of several that end together the longest. 0 if none. */
  nearestBefore(at: number, mask: number, reach: number = REACH_BEFORE): number {
    let nearest = 0
    let end = -1
    let start = 0
    for (let hit = this.lastBefore(at); hit >= 0 && (this.starts[hit] ?? 0) >= at - reach; hit -= 1) {
      const hitEnd = this.ends[hit] ?? 0
      const hitStart = this.starts[hit] ?? 0
      const hitMask = this.masks[hit] ?? 0
      if ((hitMask & mask) === 0 || hitEnd > at || hitEnd < end) continue
      nearest = hitEnd === end && hitStart === start ? nearest | hitMask : hitMask
      end = hitEnd
      start = hitStart
    }
    return nearest
  }

  /** Index of the last cue that begins before a place; -1 if none. */
  lastBefore(at: number): number {
    let low = 0
    let high = this.starts.length
    while (low < high) {
      const middle = (low + high) >>> 1
      if ((this.starts[middle] ?? 0) < at) low = middle + 1
      else high = middle
    }
    return low - 1
  }
}

function buildBits(): Uint16Array {
  const table = new Uint16Array(1024)
  for (const [atom, mask] of BITS) {
    const id = atomId(atom)
    if (id >= 0) table[id] = (table[id] ?? 0) | mask
  }
  return table
}
