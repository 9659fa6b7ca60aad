/** Where an SMTP session broke off. `mail` is everything from MAIL FROM to the answer after the final dot. */
export type SmtpStep = 'connection' | 'tls' | 'login' | 'mail'

/** Codes under which the library reports what a server answered about one mail, or said while closing upon it. */
const MAIL_CODES: ReadonlySet<string> = new Set(['EENVELOPE', 'EMESSAGE', 'ECONNECTION'])

/** A session that failed: where, with which answer, and whether the mail itself was on its way. Holds no text of the server. */
export class SmtpFailure extends Error {
  readonly step: SmtpStep
  /** The server's answer, such as 550; undefined when it gave none. */
  readonly code: number | undefined
  /** Whether bytes of the mail, and with them the final dot, may have left. */
  readonly isDataBegun: boolean

  private constructor(step: SmtpStep, code: number | undefined, isDataBegun: boolean) {
    super(`the SMTP session failed: ${step} ${code ?? 'without an answer'}`)
    this.name = 'SmtpFailure'
    this.step = step
    this.code = code
    this.isDataBegun = isDataBegun
  }

  /** Of an error before a mail was offered. */
  static beforeMail(error: unknown): SmtpFailure {
    return new SmtpFailure(stepBeforeMail(error), answerCode(error), false)
  }

  /** Of an error while a mail was offered. A mail larger than the server says it takes counts as its 552. */
  static ofMail(error: unknown, isDataBegun: boolean): SmtpFailure {
    const reported = text(error, 'code') ?? ''
    const code = answerCode(error) ?? (reported === 'EMESSAGE' && !isDataBegun ? 552 : undefined)
    return new SmtpFailure(MAIL_CODES.has(reported) ? 'mail' : 'connection', code, isDataBegun)
  }
}

function stepBeforeMail(error: unknown): SmtpStep {
  const reported = text(error, 'code')
  if (reported === 'EAUTH') return 'login'
  if (reported === 'ETLS') return 'tls'
  // A certificate that is refused: the library keeps Node's own code, such as DEPTH_ZERO_SELF_SIGNED_CERT.
  return /CERT|SSL|TLS/u.test(text(error, 'originalCode') ?? '') ? 'tls' : 'connection'
}

function answerCode(error: unknown): number | undefined {
  if (!(error instanceof Error) || !('responseCode' in error)) return undefined
  return typeof error.responseCode === 'number' ? error.responseCode : undefined
}

function text(error: unknown, key: 'code' | 'originalCode'): string | undefined {
  const value: unknown = error instanceof Error ? Reflect.get(error, key) : undefined
  return typeof value === 'string' ? value : undefined
}
