import { Fault } from '../base/fault.ts'
import type { FileMail } from '../channel/file/mail-file.ts'
import type { ComingMail } from '../flow/receive/coming-mail.ts'
import type { ReceiveMailParts } from '../flow/receive/read-coming.ts'
import { receiveMails } from '../flow/receive/receive-mails.ts'
import type { Mailbox } from '../model/account.ts'
import { ARRIVAL_OUTCOMES, type ArrivalOutcome } from '../model/arrival.ts'
import { MAIL_MAX_BYTES } from '../parse/pre-scan.ts'

/** What became of the mails of files. */
export interface ImportCounts extends Readonly<Record<ArrivalOutcome, number>> {
  /** All that were found, those that were left out included. */
  readonly read: number
  /** Those above the limit, which were left out. */
  readonly tooLarge: readonly { readonly name: string; readonly sizeBytes: number }[]
}

/** Mails committed together; a batch is all that a broken connection can take back. */
const BATCH_MAILS = 100

/**
 * Takes the mails of files in, a batch at a time, and counts what becomes of them. A mail that is here already is counted
 * as repeated, so that the same files can be read again.
 */
export class MailImport {
  readonly #parts: ReceiveMailParts
  readonly #mailbox: Mailbox
  readonly #asHistory: boolean
  readonly #outcomes: Record<ArrivalOutcome, number> = { stored: 0, repeated: 0, noticed: 0, quarantined: 0 }
  readonly #tooLarge: { readonly name: string; readonly sizeBytes: number }[] = []
  #batch: ComingMail[] = []
  #batchBytes = 0

  constructor(parts: ReceiveMailParts, mailbox: Mailbox, options: { readonly asHistory: boolean }) {
    this.#parts = parts
    this.#mailbox = mailbox
    this.#asHistory = options.asHistory
  }

  /** Adds a mail to the batch, and takes the batch in when it is full. */
  async add(mail: FileMail): Promise<void> {
    if ('tooLarge' in mail) {
      this.#tooLarge.push({ name: mail.name, sizeBytes: mail.tooLarge })
      return
    }
    const { bytes } = mail
    if (this.#batchBytes + bytes.length > MAIL_MAX_BYTES) await this.finish()
    this.#batchBytes += bytes.length
    this.#batch.push({
      door: 'file',
      uidValidity: 0,
      uid: undefined,
      arrivedAt: this.#parts.clock.now(),
      sizeBytes: bytes.length,
      bytes,
      isTooLarge: false,
      asHistory: this.#asHistory,
    })
    if (this.#batch.length >= BATCH_MAILS) await this.finish()
  }

  /** Takes in what is at hand. */
  async finish(): Promise<void> {
    const mails = this.#batch
    if (mails.length === 0) return
    this.#batch = []
    this.#batchBytes = 0
    const taken = await receiveMails(this.#parts, this.#mailbox, { mails })
    if (taken.kind !== 'taken') throw new Fault('thing.missing', { detail: `mailbox ${this.#mailbox.id}` })
    for (const outcome of taken.outcomes) this.#outcomes[outcome] += 1
  }

  /** What was taken in so far; what waits in the batch is not counted. */
  counts(): ImportCounts {
    const taken = ARRIVAL_OUTCOMES.reduce((sum, outcome) => sum + this.#outcomes[outcome], 0)
    return { ...this.#outcomes, read: taken + this.#tooLarge.length, tooLarge: [...this.#tooLarge] }
  }
}
