import type { ImapFlow } from 'imapflow'
import type { ListedMail } from './mail.ts'

/**
 * The mails that the server lists for this UID set and that are wanted, ascending. A server may tell of a mail twice, in
 * parts, or of one that nobody asked for, so what it says is brought together by UID.
 */
export async function listMails(
  client: ImapFlow,
  set: string,
  isWanted: (uid: number) => boolean,
): Promise<readonly ListedMail[]> {
  const found = new Map<number, ListedMail>()
  for await (const { uid, internalDate, size } of client.fetch(set, LISTING, { uid: true })) {
    if (!isWanted(uid)) continue
    const before = found.get(uid)
    found.set(uid, {
      uid,
      internalDate: asDate(internalDate) ?? before?.internalDate,
      sizeBytes: size ?? before?.sizeBytes ?? 0,
    })
  }
  return [...found.values()].sort((a, b) => a.uid - b.uid)
}

/** The library leaves a date that it cannot read as it came. */
export function asDate(value: Date | string | undefined): Date | undefined {
  return value instanceof Date ? value : undefined
}

const LISTING = { uid: true, internalDate: true, size: true } as const
