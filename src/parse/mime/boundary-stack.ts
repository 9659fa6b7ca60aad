const BOUNDARY = /;\s*boundary\s*=\s*(?:"((?:[^"\\]|\\.)*)"|([^;\s"]+))/iu

/** The multiparts that are open at a place in a mail, innermost last. */
export class BoundaryStack {
  readonly #open: string[] = []

  get depth(): number {
    return this.#open.length
  }

  /** Opens the multipart that a Content-Type announces; does nothing for other types and for spellings it cannot read. */
  open(contentType: string): void {
    const match = BOUNDARY.exec(contentType)
    const boundary = match?.[1]?.replace(/\\(.)/gu, '$1') ?? match?.[2]
    if (boundary) this.#open.push(boundary)
  }

  /** Whether a line divides or ends one of the open multiparts. */
  knows(line: string): boolean {
    const text = line.trimEnd()
    return this.#open.some((boundary) => text === `--${boundary}` || text === `--${boundary}--`)
  }

  /** Whether a line begins a part. Closes the multiparts that this line, or the end it marks, leaves behind. */
  beginsPart(line: string): boolean {
    const text = line.trimEnd()
    for (let at = this.#open.length - 1; at >= 0; at -= 1) {
      const divider = `--${this.#open[at]}`
      if (text !== divider && text !== `${divider}--`) continue
      const begins = text === divider
      this.#open.length = begins ? at + 1 : at
      return begins
    }
    return false
  }
}
