/** One row a fault: what HTTP says, the safe sentence a person reads, whether the operator is told. */
interface FaultRow {
  readonly status: number
  readonly sentence: string
  readonly tellOperator: boolean
}

/** The closed table of faults. `docs/errors.md` has a section for each; a test compares the two. */
export const FAULTS = {
  'config.invalid': {
    status: 500,
    sentence: 'The configuration is not usable. Run `safereply doctor` and mend what it names.',
    tellOperator: true,
  },
  'database.unreachable': {
    status: 503,
    sentence: 'The database does not answer. Nothing was changed; try again in a moment.',
    tellOperator: true,
  },
  'database.lost': {
    status: 503,
    sentence: 'The database went away meanwhile. Run the same command again: what is done already is not done twice.',
    tellOperator: true,
  },
  'database.unsafe': {
    status: 503,
    sentence: 'The database would not keep what it is told. Turn fsync, full_page_writes and synchronous_commit on.',
    tellOperator: true,
  },
  'database.role': {
    status: 503,
    sentence:
      'The database role could read past the walls between accounts. Use a role that is no superuser, owns no table and cannot bypass row security.',
    tellOperator: true,
  },
  'database.migration': {
    status: 503,
    sentence: 'The database has another version than this program. Stop older processes and start again.',
    tellOperator: true,
  },
  'desk.already-running': {
    status: 503,
    sentence: 'A desk is already running on this data directory. Use that one, or stop it first.',
    tellOperator: false,
  },
  'seal.open-failed': {
    status: 500,
    sentence: 'A stored text could not be opened: it was changed, or its key is gone.',
    tellOperator: true,
  },
  'seal.key-missing': {
    status: 500,
    sentence: 'The key file is missing. Put it back from your key backup, then start again.',
    tellOperator: true,
  },
  'pack.invalid': { status: 500, sentence: 'The policy pack is not usable. Install it again.', tellOperator: true },
  'evidence.failed': {
    status: 500,
    sentence: 'The evidence entry could not be written, so nothing was changed.',
    tellOperator: true,
  },
  'mail.too-large': { status: 413, sentence: 'The mail is larger than 25 MB and was refused.', tellOperator: false },
  'mail.unparsable': { status: 422, sentence: 'The mail could not be read and was quarantined.', tellOperator: false },
  'mail.compose-differs': {
    status: 500,
    sentence: 'The composed mail does not say what was cleared, so it was not sent.',
    tellOperator: true,
  },
  'gate.not-cleared': {
    status: 500,
    sentence: 'Something tried to send a reply that the gate had not cleared. Nothing was sent.',
    tellOperator: true,
  },
  'mail.no-way-out': {
    status: 503,
    sentence:
      'No mail server is set, so nothing can be sent; your draft is kept. Set SAFEREPLY_SMTP_URL and start again.',
    tellOperator: true,
  },
  'input.unreadable': {
    status: 400,
    sentence: 'A file cannot be read. Look at its name and whether you may read it.',
    tellOperator: false,
  },
  'request.invalid': {
    status: 400,
    sentence: 'The request is not understood. See the list of what is wrong with it.',
    tellOperator: false,
  },
  'request.cross-site': {
    status: 403,
    sentence: 'A page of another site asked for this, so nothing was done. Open the desk itself and try again.',
    tellOperator: false,
  },
  'session.missing': {
    status: 401,
    sentence: 'Open the link that `safereply start` printed, or send a token.',
    tellOperator: false,
  },
  'access.refused': {
    status: 403,
    sentence: 'Your role does not allow this. Ask the owner of the account.',
    tellOperator: false,
  },
  'thing.missing': { status: 404, sentence: 'There is nothing here under this name.', tellOperator: false },
  'thing.changed': {
    status: 409,
    sentence: 'Something happened here since you looked. Your text is kept; look again before you send.',
    tellOperator: false,
  },
  'reply.open': {
    status: 409,
    sentence: 'Another reply to this conversation is on its way: wait for it, or take it back. Your text is kept.',
    tellOperator: false,
  },
  'rule.may-not-loosen': {
    status: 409,
    sentence: 'This rule can only be made stricter. Choose a stricter force, or leave it as it is.',
    tellOperator: false,
  },
  'mail.stays-out': {
    status: 409,
    sentence: 'This mail cannot be let in; see why. Dismiss it, or report it as phishing.',
    tellOperator: false,
  },
  'thing.too-large': {
    status: 413,
    sentence: 'This is larger than the limit. Send less at a time.',
    tellOperator: false,
  },
  'text.sensitive': {
    status: 422,
    sentence: 'The text holds data that must not be kept. Remove it and save again.',
    tellOperator: false,
  },
  'reply.blocked': { status: 422, sentence: 'This reply would break a rule. See what to change.', tellOperator: false },
  'idempotency.reused': {
    status: 422,
    sentence: 'This Idempotency-Key belongs to another reply. Nothing was sent; send yours with a key of its own.',
    tellOperator: false,
  },
  'condition.missing': {
    status: 428,
    sentence: 'Say which version you looked at: send If-Match with the ETag.',
    tellOperator: false,
  },
  bug: {
    status: 500,
    sentence: 'Something went wrong on our side. Nothing was sent. The log has the request id.',
    tellOperator: true,
  },
} as const satisfies Record<string, FaultRow>

export type FaultCode = keyof typeof FAULTS

/**
 * A failure the caller cannot go on from. Its message is the code and ids only, never text of a buyer, an address or a
 * secret; `cause` keeps the error below it for the log's whitelist. Expected outcomes are return values instead.
 */
export class Fault extends Error {
  readonly code: FaultCode
  /** Safe facts for the reader: names of fields, limits, ids. */
  readonly detail: string | undefined

  constructor(code: FaultCode, options: { detail?: string; cause?: unknown } = {}) {
    super(options.detail === undefined ? code : `${code}: ${options.detail}`, { cause: options.cause })
    this.name = 'Fault'
    this.code = code
    this.detail = options.detail
  }

  get status(): number {
    return FAULTS[this.code].status
  }

  /** What a person may read, and what to do next. */
  get sentence(): string {
    return FAULTS[this.code].sentence
  }
}
