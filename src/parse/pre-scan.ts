import { BoundaryStack } from './mime/boundary-stack.ts'
import { headerName, headerValue, unfold } from './mime/header-lines.ts'
import { MailCursor } from './mime/mail-cursor.ts'
import type { UnreadableReason } from './parsed-mail.ts'

/** The largest mail that is read. The doors refuse a larger one before it is theirs. */
export const MAIL_MAX_BYTES = 25 * 1024 * 1024

/** What a mail may hold before it goes to the parser, whose time grows with parts and headers. Beyond: `too-complex`. */
export const MAIL_LIMITS = {
  headerBytes: 128 * 1024,
  /** Lines that begin with two dashes, since each may divide parts in a spelling that only the parser reads. */
  boundaryLines: 1_000,
  nesting: 20,
} as const

/** Readers disagree on which of two counts, so a mail repeating one of these could show each reader another face. */
const SINGLE_HEADERS: ReadonlySet<string> = new Set(['from', 'to', 'subject', 'date', 'reply-to', 'message-id'])

/** Whether a mail may be parsed, and if not, why. */
export type PreScan = { readonly ok: true } | { readonly ok: false; readonly reason: UnreadableReason }

const tooComplex: PreScan = { ok: false, reason: 'too-complex' }

/** Whether a mail may go to the parser. One pass over the bytes, in time linear to their number. Never throws. */
export function preScan(bytes: Uint8Array): PreScan {
  if (bytes.length > MAIL_MAX_BYTES) return tooComplex
  const cursor = new MailCursor(bytes)
  const open = new BoundaryStack()
  let headerBytes = 0
  let boundaryLines = 0

  for (let isTop = true; ; isTop = false) {
    const header = cursor.readHeader(MAIL_LIMITS.headerBytes, (line) => open.knows(line))
    headerBytes += header.sizeBytes
    if (headerBytes > MAIL_LIMITS.headerBytes) return tooComplex
    const headers = unfold(header.lines)
    if (isTop && repeatsHeader(headers)) return { ok: false, reason: 'repeated-headers' }
    open.open(headerValue(headers, 'content-type') ?? '')
    if (open.depth > MAIL_LIMITS.nesting) return tooComplex
    for (let begins = false; !begins;) {
      const line = cursor.nextDashedLine()
      if (line === undefined) return { ok: true }
      boundaryLines += 1
      if (boundaryLines > MAIL_LIMITS.boundaryLines) return tooComplex
      begins = open.beginsPart(line)
    }
  }
}

function repeatsHeader(headers: readonly string[]): boolean {
  const names = headers.map(headerName).filter((name) => SINGLE_HEADERS.has(name))
  return new Set(names).size < names.length
}
