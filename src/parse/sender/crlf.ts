const LF = 0x0a
const CR = 0x0d

/** How much is looked at at once, so that a large mail is never held twice. */
const PIECE_BYTES = 64 * 1024

/** A mail in pieces with CRLF at the end of each line, as it was when it was signed: files keep bare LFs. */
export function* crlfPieces(bytes: Uint8Array): Generator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += PIECE_BYTES) {
    yield withCrlf(bytes.subarray(at, at + PIECE_BYTES), bytes[at - 1])
  }
}

/** The bytes with a CR before each bare LF, in one pass; `before` is the byte in front of them. */
export function withCrlf(bytes: Uint8Array, before?: number): Uint8Array {
  let bare = 0
  for (let at = bytes.indexOf(LF); at >= 0; at = bytes.indexOf(LF, at + 1)) {
    if ((at === 0 ? before : bytes[at - 1]) !== CR) bare += 1
  }
  return bare === 0 ? bytes : rewritten(bytes, { bare, before })
}

function rewritten(bytes: Uint8Array, { bare, before }: { bare: number; before: number | undefined }): Uint8Array {
  const out = new Uint8Array(bytes.length + bare)
  let to = 0
  let last = before
  for (const byte of bytes) {
    if (byte === LF && last !== CR) out[to++] = CR
    out[to++] = byte
    last = byte
  }
  return out
}
