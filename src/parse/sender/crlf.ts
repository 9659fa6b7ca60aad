const LF = 0x0a
const CR = 0x0d

/**
 * A mail with CRLF at the end of each line, as it was when it was signed: files keep bare LFs. In one pass; the bytes
 * themselves where nothing changes.
 */
export function withCrlf(bytes: Uint8Array): Buffer {
  const mail = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length)
  let bare = 0
  for (let at = mail.indexOf(LF); at >= 0; at = mail.indexOf(LF, at + 1)) if (mail[at - 1] !== CR) bare += 1
  return bare === 0 ? mail : rewritten(mail, bare)
}

function rewritten(mail: Buffer, bare: number): Buffer {
  const out = Buffer.allocUnsafe(mail.length + bare)
  let to = 0
  let before = 0
  for (const byte of mail) {
    if (byte === LF && before !== CR) out[to++] = CR
    out[to++] = byte
    before = byte
  }
  return out
}
