import type { ImapMail } from '../../src/channel/mail/imap/mail.ts'
import type { ServerFolder } from '../../src/flow/reconcile/compare-mailbox.ts'

/** A folder of a mail server in memory, for tests of what is done with the answers; the protocol is tried elsewhere. */
export interface TestFolder extends ServerFolder {
  /** UIDs that were handed over, in order. */
  readonly handedOver: readonly number[]
  /** Puts a mail there and gives its UID. */
  put(text: string, at: Date): number
  /** The folder's owner deletes a mail. */
  remove(uid: number): void
  /** The server numbers all its mails anew. */
  renumber(uidValidity: number): void
}

export function testFolder(uidValidity: number): TestFolder {
  const mails = new Map<number, ImapMail & { readonly bytes: Uint8Array }>()
  const handedOver: number[] = []
  let validity = uidValidity
  let next = 1
  return {
    handedOver,
    get uidValidity() {
      return validity
    },
    get uidNext() {
      return next
    },
    put(text, at) {
      const bytes = new TextEncoder().encode(text)
      mails.set(next, { uid: next, internalDate: at, sizeBytes: bytes.length, bytes })
      next += 1
      return next - 1
    },
    remove: (uid) => void mails.delete(uid),
    renumber(renewed) {
      const kept = [...mails.values()]
      mails.clear()
      validity = renewed
      next = 1
      for (const mail of kept) mails.set(next, { ...mail, uid: next++ })
    },
    listUids: async (from, to) => [...mails.values()].filter(({ uid }) => uid >= from && uid <= to),
    async *fetch(wished) {
      for (const { uid } of wished) {
        const mail = mails.get(uid)
        if (!mail) continue
        handedOver.push(uid)
        yield mail
      }
    },
  }
}
