const LF = 0x0a

/** A line with its end, or a piece of a line that is too long to hold. */
export interface LinePiece {
  readonly bytes: Uint8Array
  /** Whether it is the beginning of a line. */
  readonly isLineStart: boolean
}

/** Longer lines are passed on in pieces, so that a file without a line end is not held in memory. */
export const LINE_PIECE_BYTES = 64 * 1024

/** Cuts a stream of chunks into lines. `push` gives the lines that a chunk completes, `end` what is left. */
export class LinePieces {
  #carry: Uint8Array = new Uint8Array()
  #isLineStart = true

  push(chunk: Uint8Array): readonly LinePiece[] {
    const bytes = this.#carry.length === 0 ? chunk : Buffer.concat([this.#carry, chunk])
    const pieces: LinePiece[] = []
    let from = 0
    for (let at = bytes.indexOf(LF); at !== -1; at = bytes.indexOf(LF, from)) {
      pieces.push(this.#piece(bytes.subarray(from, at + 1), true))
      from = at + 1
    }
    this.#carry = bytes.subarray(from)
    if (this.#carry.length >= LINE_PIECE_BYTES) {
      pieces.push(this.#piece(this.#carry, false))
      this.#carry = new Uint8Array()
    }
    return pieces
  }

  end(): readonly LinePiece[] {
    const rest = this.#carry
    this.#carry = new Uint8Array()
    return rest.length === 0 ? [] : [this.#piece(rest, true)]
  }

  #piece(bytes: Uint8Array, isLineEnd: boolean): LinePiece {
    const isLineStart = this.#isLineStart
    this.#isLineStart = isLineEnd
    return { bytes, isLineStart }
  }
}
