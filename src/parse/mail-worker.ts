import type { DkimKeys } from './dkim-keys.ts'
import type { ParsedMail, UnreadableReason } from './parsed-mail.ts'
import { TooComplex } from './mime/too-complex.ts'
import { readMail } from './read-mail.ts'

/** What a worker is given: a mail, the keys of its signers, and the time. */
export interface ReadTask {
  readonly bytes: Uint8Array
  readonly keys: DkimKeys
  readonly now: Date
}

/** What a worker says of a mail. */
export type ReadAnswer =
  | { readonly kind: 'read'; readonly mail: ParsedMail }
  | { readonly kind: 'unreadable'; readonly reason: UnreadableReason }

/** All a worker says: once that it is up, then one answer a mail. */
export type WorkerAnswer = ReadAnswer | { readonly kind: 'ready' }

// This file is the whole program of a child process, so it begins to work as it is loaded. The process ends with its
// parent: the channel closes, and nothing is left to wait for.
process.on('message', (task: ReadTask) => {
  void answer(task).then(say)
})
say({ kind: 'ready' })

function say(said: WorkerAnswer): void {
  process.send?.(said)
}

async function answer({ bytes, ...check }: ReadTask): Promise<ReadAnswer> {
  try {
    return { kind: 'read', mail: await readMail(bytes, check) }
  } catch (error) {
    // What the parser throws may quote the mail, so only the kind of failure leaves the cage.
    return { kind: 'unreadable', reason: error instanceof TooComplex ? 'too-complex' : 'unparsable' }
  }
}
