import type { ImapFlowError } from 'imapflow'
import type { ImapProblem } from './problem.ts'

/** A session that failed. Holds no text of the server, whose errors may name mailboxes. */
export class ImapFailure extends Error {
  readonly problem: ImapProblem

  constructor(problem: ImapProblem) {
    super(`the IMAP session failed: ${problem}`)
    this.name = 'ImapFailure'
    this.problem = problem
  }

  /** Of whatever the IMAP library, TLS or the network threw. */
  static of(error: unknown): ImapFailure {
    return error instanceof ImapFailure ? error : new ImapFailure(problemOf(error))
  }
}

/** Codes of the network, of Node's TLS and of the library. */
const PROBLEM_OF_CODE: Readonly<Record<string, ImapProblem>> = {
  ENOTFOUND: 'host-unknown',
  EAI_AGAIN: 'host-unknown',
  EAI_FAIL: 'host-unknown',
  EAI_NODATA: 'host-unknown',
  EAI_NONAME: 'host-unknown',
  ECONNREFUSED: 'refused',
  EHOSTUNREACH: 'refused',
  ENETUNREACH: 'refused',
  EADDRNOTAVAIL: 'refused',
  EACCES: 'refused',
  EPERM: 'refused',
  ETIMEDOUT: 'timeout',
  ETIMEOUT: 'timeout',
  CONNECT_TIMEOUT: 'timeout',
  GREETING_TIMEOUT: 'timeout',
  UPGRADE_TIMEOUT: 'timeout',
  ECONNRESET: 'dropped',
  EPIPE: 'dropped',
  NoConnection: 'dropped',
  EConnectionClosed: 'dropped',
  StateLogout: 'dropped',
  ClosedAfterConnectText: 'dropped',
  ClosedAfterConnectTLS: 'dropped',
  ETHROTTLE: 'busy',
}

/** Node's codes of a certificate that was looked at and refused. */
const CERTIFICATE = /CERT|SELF_SIGNED|UNABLE_TO_VERIFY|HOSTNAME_MISMATCH|INVALID_CA|INVALID_PURPOSE|PATH_LENGTH/u
/** Codes of a server that does not speak TLS here, or none that is safe. */
const NO_TLS = /SSL|TLS|EPROTO/u
/** Response codes (RFC 5530) by which a server puts off instead of refusing. */
const PUT_OFF: ReadonlySet<string> = new Set(['UNAVAILABLE', 'INUSE', 'LIMIT', 'OVERQUOTA'])

/** Whether the server refused what was asked (NO) and does not only put it off. */
export function isRefusal(error: unknown): boolean {
  return asImapError(error)?.responseStatus === 'NO' && ImapFailure.of(error).problem !== 'busy'
}

function problemOf(thrown: unknown): ImapProblem {
  const error = asImapError(thrown)
  if (error === undefined) return 'protocol'
  const code = error.code ?? ''
  const answer = responseCode(error)
  if (CERTIFICATE.test(code)) return 'tls-certificate'
  if (error.authenticationFailed === true) return loginProblem(answer)
  if (error.mailboxMissing === true) return 'folder-missing'
  const known = PROBLEM_OF_CODE[code]
  if (error.tlsFailed === true) return known ?? 'tls-unavailable'
  if (NO_TLS.test(code)) return 'tls-unavailable'
  return known ?? (PUT_OFF.has(answer) ? 'busy' : 'protocol')
}

function loginProblem(answer: string): ImapProblem {
  if (answer === 'PRIVACYREQUIRED') return 'tls-unavailable'
  return PUT_OFF.has(answer) || answer === 'SERVERBUG' ? 'busy' : 'login-refused'
}

/** Any error: the library marks those of its own with properties that may all be missing. */
function asImapError(error: unknown): ImapFlowError | undefined {
  return error instanceof Error ? error : undefined
}

/** What stands in brackets at the beginning of the answer, which the library reads for some commands only. */
function responseCode({ serverResponseCode, response }: ImapFlowError): string {
  if (serverResponseCode !== undefined) return serverResponseCode.toUpperCase()
  const code = typeof response === 'object' ? response.attributes?.[0]?.section?.[0]?.value : undefined
  return typeof code === 'string' ? code.toUpperCase() : ''
}
