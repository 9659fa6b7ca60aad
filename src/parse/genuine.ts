import type { ParsedMail, Signature } from './parsed-mail.ts'
import { type AmazonDomains, amazonDomainOf } from './sender/amazon-domain.ts'
import { type MethodResult, type ServerVerdict, serverVerdict } from './sender/authentication-results.ts'

/** What is kept as evidence of a verdict; `receiver:` is what the receiving server says, the others are our own check. */
export const SENDER_CODES = [
  'dkim:fail',
  'dkim:incomplete',
  'dkim:partial',
  'dkim:pass',
  'dkim:unknown',
  'receiver:contradicted',
  'receiver:dkim-fail',
  'receiver:dkim-pass',
  'receiver:dmarc-fail',
  'receiver:dmarc-pass',
  'receiver:spf-fail',
  'receiver:spf-pass',
] as const
export type SenderCode = (typeof SENDER_CODES)[number]

/** Whether a mail is from whom it says. `failed` is an explicit no; `unverified` is no proof either way. */
export interface SenderVerdict {
  readonly authenticity: 'verified' | 'unverified' | 'failed'
  /** Sorted, each once. */
  readonly codes: readonly SenderCode[]
}

/** Which senders are Amazon's, and whose Authentication-Results are believed. */
export interface SenderContext {
  readonly pack: AmazonDomains
  /** Names with which the receiving servers sign their verdicts. Such a server must remove false ones (RFC 8601, 5). */
  readonly authservIds: readonly string[]
}

/** Headers without which a signature proves nothing, whether the mail has them or not. */
const NEEDED = ['from', 'subject'] as const

/**
 * Whether a mail is Amazon's. `verified` needs a DKIM signature of an Amazon domain aligned with the From address, by the
 * word of a receiving server or by our own check; that SPF or DMARC pass is not enough, since both hold for a mail whose
 * text was changed on the way. Pure; never throws.
 */
export function judgeSender(mail: ParsedMail, context: SenderContext): SenderVerdict {
  const author = authorDomain(mail.from.address, context.pack)
  const isAligned = (signer: string): boolean => author !== undefined && amazonDomainOf(signer, context.pack) === author
  const own = mail.signatures.filter(({ domain }) => isAligned(domain)).map(ownCode)
  const codes = new Set([...own, ...receiverCodes(verdictsOf(mail, context.authservIds), isAligned)])
  return { authenticity: authenticityFrom(codes), codes: [...codes].sort() }
}

/** The receiving server's word comes first: it saw the mail as it came, and not what was done to it later. */
function authenticityFrom(codes: ReadonlySet<SenderCode>): SenderVerdict['authenticity'] {
  if (codes.has('receiver:dmarc-fail') || codes.has('receiver:dkim-fail') || codes.has('receiver:contradicted')) {
    return 'failed'
  }
  if (codes.has('dkim:pass')) return 'verified'
  if (codes.has('receiver:dkim-pass')) return isOpenToChange(codes) ? 'unverified' : 'verified'
  return codes.has('dkim:fail') && !codes.has('dkim:partial') && !codes.has('dkim:incomplete') ? 'failed' : 'unverified'
}

/** All signatures the server can have meant are broken by now, or let others write into the mail. */
function isOpenToChange(codes: ReadonlySet<SenderCode>): boolean {
  const isLoose = codes.has('dkim:fail') || codes.has('dkim:partial') || codes.has('dkim:incomplete')
  return isLoose && !codes.has('dkim:unknown')
}

function ownCode(signature: Signature): SenderCode {
  if (signature.result === 'fail') return 'dkim:fail'
  if (signature.isPartial) return 'dkim:partial'
  const isWhole = NEEDED.every((name) => signature.covers.includes(name)) && signature.leavesOut.length === 0
  if (!isWhole) return 'dkim:incomplete'
  return signature.result === 'pass' ? 'dkim:pass' : 'dkim:unknown'
}

function verdictsOf(mail: ParsedMail, authservIds: readonly string[]): readonly ServerVerdict[] {
  const believed = new Set(authservIds.map((id) => id.toLowerCase()))
  return mail.authenticationResults.flatMap((value) => {
    const verdict = serverVerdict(value)
    return verdict && believed.has(verdict.authservId) ? [verdict] : []
  })
}

/**
 * What the topmost verdict says: a server writes above what it was given, so the ones below may be forged. They are not
 * believed, but where one says that the mail failed, one of the two is false.
 */
function receiverCodes(
  [newest, ...below]: readonly ServerVerdict[],
  isAligned: (signer: string) => boolean,
): readonly SenderCode[] {
  if (!newest) return []
  const codes = newest.results.flatMap((result) => codeOf(result, isAligned))
  const isPassed = codes.includes('receiver:dkim-pass')
  const older = below.flatMap(({ results }) => results.flatMap((result) => codeOf(result, isAligned)))
  const isContradicted = isPassed && older.some(isFail)
  return [
    ...codes.filter((code) => !(isPassed && code === 'receiver:dkim-fail')),
    ...(isContradicted ? (['receiver:contradicted'] as const) : []),
  ]
}

function isFail(code: SenderCode): boolean {
  return code === 'receiver:dkim-fail' || code === 'receiver:dmarc-fail'
}

const RECEIVER_CODES: Readonly<Record<string, SenderCode>> = {
  'dkim pass': 'receiver:dkim-pass',
  'dkim fail': 'receiver:dkim-fail',
  'dmarc pass': 'receiver:dmarc-pass',
  'dmarc fail': 'receiver:dmarc-fail',
  'spf pass': 'receiver:spf-pass',
  'spf fail': 'receiver:spf-fail',
}

function codeOf(result: MethodResult, isAligned: (signer: string) => boolean): readonly SenderCode[] {
  if (result.method === 'dkim' && !isAligned(signerOf(result) ?? '')) return []
  const key = `${result.method} ${result.result}`
  const code = Object.hasOwn(RECEIVER_CODES, key) ? RECEIVER_CODES[key] : undefined
  return code ? [code] : []
}

/** `header.d`, else the domain of `header.i`; nothing when the two belong to different domains. */
function signerOf({ properties }: MethodResult): string | undefined {
  const domain = properties.get('header.d')?.toLowerCase()
  const identity = properties.get('header.i')?.toLowerCase()
  const identityDomain = identity?.slice(identity.lastIndexOf('@') + 1)
  if (domain === undefined || identityDomain === undefined) return domain ?? identityDomain
  return identityDomain === domain || identityDomain.endsWith(`.${domain}`) ? domain : undefined
}

/** One plain address, in ASCII; what is quoted or commented is for no reader to guess. */
const PLAIN_ADDRESS = /^[^\s"(),:;<>@[\\\]]+@([^@]+)$/u

function authorDomain(address: string, pack: AmazonDomains): string | undefined {
  return amazonDomainOf(PLAIN_ADDRESS.exec(address)?.[1] ?? '', pack)
}
