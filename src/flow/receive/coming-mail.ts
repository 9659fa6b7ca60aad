import type { MailDoor } from '../../model/arrival.ts'

/** One mail as a door took it. */
export interface ComingMail {
  readonly door: MailDoor
  /** Of the mailbox it was fetched from; 0 for the other doors. */
  readonly uidValidity: number
  /** The server's number of it; undefined for the other doors, and then the desk gives it one. */
  readonly uid: number | undefined
  /** When the server took it. At the SMTP door: now. Of a file only its headers know, and this is the latest it can be. */
  readonly arrivedAt: Date
  readonly sizeBytes: number
  /** The whole mail; of one that is too large its header alone. */
  readonly bytes: Uint8Array
  readonly isTooLarge: boolean
  /** Old mail that runs no clock. */
  readonly asHistory?: boolean
}
