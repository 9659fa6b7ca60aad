import { hex } from '../../src/base/bytes.ts'
import type { Random } from '../../src/base/random.ts'

const DIGITS = '0123456789'
const LOWER = `abcdefghijklmnopqrstuvwxyz${DIGITS}`
const UPPER = `ABCDEFGHIJKLMNOPQRSTUVWXYZ${DIGITS}`

/** The identifiers Amazon puts into its mails, in Amazon's shapes and with invented values. */
export interface Tokens {
  /** The part of a relay address that stands for one buyer and one seller. */
  alias(): string
  /** Seller Central's case id, the part after `+`. */
  caseId(): string
  /** What `t=`, `m=` and `c=` hold in the footer links. */
  link(): string
  /** What `h=` holds: 40 hex digits. */
  signature(): string
  /** The digits of `SPC-EUAmazon-…`, of report links and of `commMgrTok`. */
  digits(count: number): string
  /** A Message-ID as Amazon SES in Ireland gives it, in angle brackets. */
  mailId(at: Date): string
  /** The random part of a MIME boundary. */
  boundary(): string
}

/** Tokens drawn from `random`; a seeded source gives the same ones in the same order. */
export function createTokens(random: Random): Tokens {
  const draw = (alphabet: string, count: number): string =>
    Array.from(random.bytes(count), (byte) => alphabet.charAt(byte % alphabet.length)).join('')
  const uuid = (): string => uuidOf(random.bytes(16))
  return {
    alias: () => `x${draw(LOWER, 15)}`,
    caseId: uuid,
    link: () => `A${draw(UPPER, 19)}`,
    signature: () => hex(random.bytes(20)),
    digits: (count) => draw(DIGITS, count),
    mailId: (at) => `<0102${at.getTime().toString(16).padStart(12, '0')}-${uuid()}-000000@eu-west-1.amazonses.com>`,
    boundary: () => draw(LOWER, 24),
  }
}

/** Version 4 by RFC 9562: four bits say the version, two the variant. */
function uuidOf(bytes: Uint8Array): string {
  const digits = hex(bytes)
  const variant = '89ab'.charAt(Number.parseInt(digits.charAt(16), 16) % 4)
  return `${digits.slice(0, 8)}-${digits.slice(8, 12)}-4${digits.slice(13, 16)}-${variant}${digits.slice(17, 20)}-${digits.slice(20)}`
}
