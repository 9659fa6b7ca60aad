import { chown, mkdir, rename, utimes, writeFile } from 'node:fs/promises'

/** A mail to lay into a folder. */
export interface MailToDeliver {
  readonly bytes: string | Uint8Array
  /** When it came in, which the server tells as INTERNALDATE. (Default: now) */
  readonly at?: Date
}

/** How many files are written at the same time. */
const AT_ONCE = 32

let delivered = 0

/**
 * Lays mails into a Maildir as a delivery agent does, some thousands a second. The server numbers them in this order:
 * it goes by the names, whose instants therefore ascend over all calls of this process.
 */
export async function deliverInto(maildir: string, mails: Iterable<MailToDeliver>): Promise<void> {
  let writing: Promise<void>[] = []
  for (const mail of mails) {
    writing.push(deliver(maildir, mail))
    if (writing.length < AT_ONCE) continue
    await Promise.all(writing)
    writing = []
  }
  await Promise.all(writing)
}

/** An empty Maildir that belongs to a user. */
export async function makeMaildir(
  maildir: string,
  owner: { readonly uid: number; readonly gid: number },
): Promise<void> {
  for (const folder of [maildir, `${maildir}/tmp`, `${maildir}/new`, `${maildir}/cur`]) {
    await mkdir(folder, { recursive: true })
    await chown(folder, owner.uid, owner.gid)
  }
}

/** The size in the name (S as stored, W as sent) spares the server reading each file; they are one, for CR LF ends lines. */
async function deliver(maildir: string, { bytes, at }: MailToDeliver): Promise<void> {
  delivered += 1
  const size = Buffer.byteLength(bytes)
  const instant = `${1_700_000_000 + Math.floor(delivered / 1_000_000)}.M${delivered % 1_000_000}P${process.pid}`
  const name = `${instant}.safereply,S=${size},W=${size}`
  await writeFile(`${maildir}/tmp/${name}`, bytes)
  if (at) await utimes(`${maildir}/tmp/${name}`, at, at)
  await rename(`${maildir}/tmp/${name}`, `${maildir}/new/${name}`)
}
