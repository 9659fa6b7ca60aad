import { parentPort } from 'node:worker_threads'
import { Fault } from '../base/fault.ts'
import type { ParsedMail, UnreadableReason } from './parsed-mail.ts'
import { readMail } from './read-mail.ts'
import { TooComplex } from './mime/too-complex.ts'

/** What a worker says of a mail. */
export type ReadAnswer =
  | { readonly kind: 'read'; readonly mail: ParsedMail }
  | { readonly kind: 'unreadable'; readonly reason: UnreadableReason }

/** All a worker says: once that it is up, then one answer a mail. */
export type WorkerAnswer = ReadAnswer | { readonly kind: 'ready' }

if (!parentPort) throw new Fault('bug', { detail: 'mail-worker runs as a worker thread only' })
const cage = parentPort

cage.on('message', (bytes: Uint8Array) => {
  void answer(bytes).then((said) => cage.postMessage(said))
})
cage.postMessage({ kind: 'ready' } satisfies WorkerAnswer)

async function answer(bytes: Uint8Array): Promise<ReadAnswer> {
  try {
    return { kind: 'read', mail: await readMail(bytes) }
  } catch (error) {
    // What the parser throws may quote the mail, so only the kind of failure leaves the cage.
    return { kind: 'unreadable', reason: error instanceof TooComplex ? 'too-complex' : 'unparsable' }
  }
}
