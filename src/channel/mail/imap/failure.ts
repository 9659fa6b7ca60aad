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
/** Response codes of RFC 5530 by which a server puts off instead of refusing. */
const PUT_OFF: ReadonlySet<string> = new Set(['UNAVAILABLE', 'INUSE', 'LIMIT', 'SERVERBUG', 'OVERQUOTA'])

function problemOf(error: unknown): ImapProblem {
  const code = text(error, 'code')
  if (CERTIFICATE.test(code)) return 'tls-certificate'
  if (isTrue(error, 'authenticationFailed')) return loginProblem(text(error, 'serverResponseCode'))
  if (isTrue(error, 'mailboxMissing')) return 'folder-missing'
  const known = PROBLEM_OF_CODE[code]
  if (isTrue(error, 'tlsFailed')) return known ?? 'tls-unavailable'
  if (NO_TLS.test(code)) return 'tls-unavailable'
  return known ?? (PUT_OFF.has(text(error, 'serverResponseCode').toUpperCase()) ? 'busy' : 'protocol')
}

function loginProblem(responseCode: string): ImapProblem {
  const code = responseCode.toUpperCase()
  if (code === 'PRIVACYREQUIRED') return 'tls-unavailable'
  return PUT_OFF.has(code) ? 'busy' : 'login-refused'
}

function text(error: unknown, key: 'code' | 'serverResponseCode'): string {
  const value: unknown = error instanceof Error ? Reflect.get(error, key) : undefined
  return typeof value === 'string' ? value : ''
}

function isTrue(error: unknown, key: 'authenticationFailed' | 'mailboxMissing' | 'tlsFailed'): boolean {
  return error instanceof Error && Reflect.get(error, key) === true
}
