import { concat } from '../../base/bytes.ts'
import type { LinePiece } from './line-pieces.ts'

/** A mail of an mbox as it was before it was put there; without `bytes` it is above the limit. */
export interface SplitMail {
  readonly sizeBytes: number
  readonly bytes: Uint8Array | undefined
}

/** A "From " line that stands where a mail may begin, until the line behind it tells. */
interface Candidate {
  readonly piece: LinePiece
  readonly isAfterBlank: boolean
  readonly isDated: boolean
}

/** Such as `From rosalinde@buyers.example Tue Nov 24 09:00:00 2026`: a time and a year. */
const DATED = /^From .*\d{1,2}:\d{2}.*\d{4}/u
/** A field, or the "From " line quoted by an mbox that was put into an mbox. */
const HEADER = /^(?:[!-9;-~]+[ \t]*:|>From )/u
/** `F` and `>`: lines that begin otherwise, which is most, need no look. */
const MARKS: ReadonlySet<number | undefined> = new Set([0x46, 0x3e])
/** How much of a line is looked at. */
const LOOK_BYTES = 998

/**
 * Splits an mbox into its mails, line by line, whichever of its dialects was written.
 *
 * Writers disagree on the blank line before a mail, on the date in its "From " line and on how they mark lines of a
 * text that begin so. A mail begins where two of three hold: a blank line before, a date within, a header behind.
 * A mark is taken off as mboxrd puts it on: `>From ` becomes `From `, `>>From ` becomes `>From `.
 */
export class MboxSplitter {
  readonly #maxBytes: number
  #pieces: Uint8Array[] = []
  #sizeBytes = 0
  #blankLines = 0
  #isAfterBlank = true
  #candidate: Candidate | undefined

  constructor(maxBytes: number) {
    this.#maxBytes = maxBytes
  }

  /** Takes a line and gives the mail before it, when that line shows that another begins. */
  push(piece: LinePiece): SplitMail | undefined {
    const finished = this.#settle(piece)
    this.#take(piece)
    return finished
  }

  /** Gives the last mail, however it breaks off. */
  end(): SplitMail | undefined {
    return this.#settle(undefined) ?? this.#finish()
  }

  #settle(next: LinePiece | undefined): SplitMail | undefined {
    const candidate = this.#candidate
    if (candidate === undefined) return undefined
    this.#candidate = undefined
    const isBeforeHeader = next !== undefined && HEADER.test(look(next.bytes))
    const signs = [candidate.isAfterBlank, candidate.isDated, isBeforeHeader].filter(Boolean).length
    if (signs >= 2) return this.#finish()
    this.#append(candidate.piece.bytes)
    return undefined
  }

  #take(piece: LinePiece): void {
    const isAfterBlank = this.#isAfterBlank
    this.#isAfterBlank = piece.isLineStart && isBlank(piece.bytes)
    if (this.#isAfterBlank) this.#blankLines += 1
    if (!piece.isLineStart) return this.#append(piece.bytes)
    if (!MARKS.has(piece.bytes[0])) return this.#append(piece.bytes)
    const start = look(piece.bytes)
    if (start.startsWith('From ')) {
      this.#candidate = { piece, isAfterBlank, isDated: DATED.test(start) }
      return undefined
    }
    return this.#append(/^>+From /u.test(start) ? piece.bytes.subarray(1) : piece.bytes)
  }

  #append(bytes: Uint8Array): void {
    this.#sizeBytes += bytes.length
    if (this.#sizeBytes > this.#maxBytes) this.#pieces = []
    else this.#pieces.push(bytes)
  }

  #finish(): SplitMail | undefined {
    const pieces = this.#pieces
    const sizeBytes = this.#sizeBytes
    const blankLines = this.#blankLines
    this.#pieces = []
    this.#sizeBytes = 0
    this.#blankLines = 0
    if (sizeBytes === 0) return undefined
    if (sizeBytes > this.#maxBytes) return { sizeBytes, bytes: undefined }
    const last = pieces.at(-1)
    // The last blank line is the mbox's, unless it is the one that ends the mail's header.
    if (blankLines > 1 && last !== undefined && isBlank(last)) pieces.pop()
    const bytes = concat(...pieces)
    return { sizeBytes: bytes.length, bytes }
  }
}

function isBlank(line: Uint8Array): boolean {
  return line.length <= 2 && /^\r?\n$/u.test(look(line))
}

function look(line: Uint8Array): string {
  return Buffer.from(line.buffer, line.byteOffset, Math.min(line.byteLength, LOOK_BYTES)).toString('latin1')
}
