const LF = 0x0a
const CR = 0x0d

/** The same bytes with CR LF for every lone LF. Gives back what it was given when there is none. */
export function withCrLf(bytes: Uint8Array): Uint8Array {
  const lone = countLone(bytes)
  if (lone === 0) return bytes
  const out = new Uint8Array(bytes.length + lone)
  let from = 0
  let to = 0
  for (let at = bytes.indexOf(LF); at !== -1; at = bytes.indexOf(LF, at + 1)) {
    if (isAfterCr(bytes, at)) continue
    out.set(bytes.subarray(from, at), to)
    to += at - from
    out[to] = CR
    to += 1
    from = at
  }
  out.set(bytes.subarray(from), to)
  return out
}

function countLone(bytes: Uint8Array): number {
  let lone = 0
  for (let at = bytes.indexOf(LF); at !== -1; at = bytes.indexOf(LF, at + 1)) if (!isAfterCr(bytes, at)) lone += 1
  return lone
}

function isAfterCr(bytes: Uint8Array, at: number): boolean {
  return at > 0 && bytes[at - 1] === CR
}
