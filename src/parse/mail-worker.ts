import { Socket } from 'node:net'
import type { ParsedMail, UnreadableReason } from './parsed-mail.ts'
import { TooComplex } from './mime/too-complex.ts'
import { preScan } from './pre-scan.ts'
import { readMail, type SignatureCheck } from './read-mail.ts'
import { Channel, CHANNEL_FD } from './worker/channel.ts'
import { JoinedBlob } from './worker/joined-blob.ts'
import { type MailInFrame, withoutContents } from './worker/mail-in-frame.ts'

/** What a worker says of a mail. */
export type WorkerAnswer =
  | { readonly kind: 'read'; readonly mail: MailInFrame }
  | { readonly kind: 'unreadable'; readonly reason: UnreadableReason }

/** All a worker says: once that it is up, then one answer a mail. */
type WorkerWord = WorkerAnswer | { readonly kind: 'ready' }

// This file is the whole program of a child process, so it begins to work as it is loaded. The process ends with its
// parent: the channel closes, and nothing is left to wait for.
globalThis.Blob = JoinedBlob
const channel = new Channel(new Socket({ fd: CHANNEL_FD }), () => process.exit(1))
channel.listen(({ value, bytes }) => {
  void answer(bytes, value as SignatureCheck) // proof: our parent, which asks nothing else
})
say({ kind: 'ready' })

function say(word: WorkerWord, contents: readonly Uint8Array[] = []): void {
  channel.send(word, contents)
}

async function answer(bytes: Uint8Array, check: SignatureCheck): Promise<void> {
  const read = await readCautiously(bytes, check)
  if (typeof read === 'string') return say({ kind: 'unreadable', reason: read })
  const { mail, contents } = withoutContents(read)
  return say({ kind: 'read', mail }, contents)
}

async function readCautiously(bytes: Uint8Array, check: SignatureCheck): Promise<ParsedMail | UnreadableReason> {
  try {
    const scan = preScan(bytes)
    return scan.ok ? await readMail(bytes, check) : scan.reason
  } catch (error) {
    // What the parser throws may quote the mail, so only the kind of failure leaves the cage.
    return error instanceof TooComplex ? 'too-complex' : 'unparsable'
  }
}
