const LF = 0x0a
const CR = 0x0d
const DASH = 0x2d

/** A header block: its lines without their ends, and their size. */
export interface HeaderBlock {
  readonly lines: readonly string[]
  readonly sizeBytes: number
}

/**
 * Walks over the bytes of a mail once, looking at the lines of header blocks and at the lines that begin with two
 * dashes, and at nothing else. Only LF ends a line, as `postal-mime` has it; bytes become characters one to one.
 */
export class MailCursor {
  readonly #mail: Buffer
  #at = 0

  constructor(bytes: Uint8Array) {
    this.#mail = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length)
  }

  /**
   * Reads a header block to the empty line behind it, to the end of the mail or to a line `endsAt` knows, which stays
   * unread. Stops as soon as the block is larger than `limitBytes`.
   */
  readHeader(limitBytes: number, endsAt: (line: string) => boolean): HeaderBlock {
    const lines: string[] = []
    let sizeBytes = 0
    while (this.#at < this.#mail.length) {
      const [end, next] = this.#lineEnd()
      const length = end - this.#at
      sizeBytes += length
      if (sizeBytes > limitBytes) break
      const line = this.#mail.toString('latin1', this.#at, end)
      if (line.startsWith('--') && endsAt(line)) break
      this.#at = next
      if (length === 0) break
      lines.push(line)
    }
    return { lines, sizeBytes }
  }

  /** The next line that begins with two dashes, or nothing. What lies before it is skipped. */
  nextDashedLine(): string | undefined {
    if (!this.#isAtDashes()) {
      const found = this.#mail.indexOf('\n--', this.#at, 'latin1')
      if (found < 0) return undefined
      this.#at = found + 1
    }
    const [end, next] = this.#lineEnd()
    const line = this.#mail.toString('latin1', this.#at, end)
    this.#at = next
    return line
  }

  #isAtDashes(): boolean {
    return this.#mail[this.#at] === DASH && this.#mail[this.#at + 1] === DASH
  }

  /** Where the current line ends without its CRs and LF, and where the next begins. */
  #lineEnd(): readonly [end: number, next: number] {
    const found = this.#mail.indexOf(LF, this.#at)
    const stop = found < 0 ? this.#mail.length : found
    let end = stop
    while (end > this.#at && this.#mail[end - 1] === CR) end -= 1
    return [end, found < 0 ? stop : stop + 1]
  }
}
