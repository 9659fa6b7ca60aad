/** What a server lists of one mail without handing it over. */
export interface ListedMail {
  readonly uid: number
  /** When the server took the mail; undefined when it gave no date that can be read. */
  readonly internalDate: Date | undefined
  /** The server's word, which is an estimate with some. */
  readonly sizeBytes: number
}

/**
 * One mail of a mailbox. Without `bytes` it is larger than the limit, and `header` holds at most its first 128 kB; or the
 * server failed upon it time and again, and `header` is empty.
 */
export type ImapMail =
  | (ListedMail & { readonly bytes: Uint8Array })
  | (ListedMail & { readonly bytes: undefined; readonly header: Uint8Array })

/** The largest UID there can be. Never `*`: `n:*` means the newest mail even where its UID is below `n`. */
export const LARGEST_UID = 4_294_967_295

/** UIDs (ascending) as the protocol writes them: 1, 2, 3, 7 is `1:3,7`. */
export function uidSet(uids: readonly number[]): string {
  const ranges: { first: number; last: number }[] = []
  for (const uid of uids) {
    const range = ranges.at(-1)
    if (range !== undefined && uid === range.last + 1) range.last = uid
    else ranges.push({ first: uid, last: uid })
  }
  return ranges.map(({ first, last }) => (first === last ? `${first}` : `${first}:${last}`)).join(',')
}
