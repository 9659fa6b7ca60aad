/** One mail out of a file or folder. */
export type FileMail = {
  /** Where it is, for a person: the file's name below the path, with `#` and its number in an mbox, from 1 on. */
  readonly name: string
  /** Bytes of the whole read so far, this mail included, and how many there are: what a progress bar needs. */
  readonly readBytes: number
  readonly totalBytes: number
} & (
  | {
      /** As it would be sent: every line ends in CR LF, which signatures are made over. */
      readonly bytes: Uint8Array
    }
  | {
      /** The size of a mail above the limit, of which nothing was kept. */
      readonly tooLarge: number
    }
)

/** What `readMailFile` can be told. */
export interface ReadMailOptions {
  /** The largest mail taken. (Default: 25 MB) */
  readonly maxBytes?: number
  /** Ends the reading; the loop rejects with its reason. */
  readonly signal?: AbortSignal
}

export const MAIL_FILE_LIMITS = {
  mailBytes: 25 * 1024 * 1024,
  /** Folders within folders; deeper ones are refused rather than passed over. */
  depth: 32,
} as const
