import { createReadStream } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { type FoundFile, findMailFiles } from './find-files.ts'
import { withCrLf } from './line-ends.ts'
import { LinePieces } from './line-pieces.ts'
import { type FileMail, MAIL_FILE_LIMITS, type ReadMailOptions } from './mail-file.ts'
import { readMaildirMail } from './maildir-mail.ts'
import { MboxSplitter, type SplitMail } from './mbox-splitter.ts'
import { readable } from './readable.ts'

/**
 * The mails at a path, one at a time: an `.eml` file, an mbox of any dialect, a Maildir with its folders, or a folder of
 * these. An mbox is streamed, so no more than one mail is in memory. Nothing is changed or marked as read.
 * Rejects with Fault `input.unreadable`, which names the file, at the first that cannot be read.
 */
export async function* readMailFile(path: string, options: ReadMailOptions = {}): AsyncGenerator<FileMail> {
  const files = await findMailFiles(path)
  const totalBytes = files.reduce((sum, { sizeBytes }) => sum + sizeBytes, 0)
  const { maxBytes = MAIL_FILE_LIMITS.mailBytes, signal } = options
  let filesBytes = 0
  for (const file of files) {
    for await (const { name, readBytes, mail } of mailsOf(file, { maxBytes, signal })) {
      signal?.throwIfAborted()
      const progress = { name, readBytes: Math.min(filesBytes + readBytes, totalBytes), totalBytes }
      yield mail.bytes === undefined
        ? { ...progress, tooLarge: mail.sizeBytes }
        : { ...progress, bytes: withCrLf(mail.bytes) }
    }
    filesBytes += file.sizeBytes
  }
}

/** How many bytes there are to read at a path, for a question before the reading. Faults as `readMailFile`. */
export async function measureMailFile(path: string): Promise<{ readonly files: number; readonly totalBytes: number }> {
  const files = await findMailFiles(path)
  return { files: files.length, totalBytes: files.reduce((sum, { sizeBytes }) => sum + sizeBytes, 0) }
}

interface Bounds {
  readonly maxBytes: number
  readonly signal: AbortSignal | undefined
}

interface NamedMail {
  readonly name: string
  /** Of this file, up to the end of the mail. */
  readonly readBytes: number
  readonly mail: SplitMail
}

async function* mailsOf(file: FoundFile, bounds: Bounds): AsyncGenerator<NamedMail> {
  if (file.kind === 'mbox') return yield* mboxMails(file, bounds)
  const { path, name, sizeBytes, kind } = file
  if (sizeBytes > bounds.maxBytes) return yield { name, readBytes: sizeBytes, mail: { sizeBytes, bytes: undefined } }
  const bytes = await (kind === 'maildir-mail' ? readMaildirMail(path) : readable(path, readFile(path)))
  if (bytes) yield { name, readBytes: sizeBytes, mail: { sizeBytes: bytes.length, bytes } }
}

async function* mboxMails({ path, name }: FoundFile, { maxBytes, signal }: Bounds): AsyncGenerator<NamedMail> {
  const lines = new LinePieces()
  const splitter = new MboxSplitter(maxBytes)
  let readBytes = 0
  let count = 0
  const named = (mail: SplitMail): NamedMail => ({ name: `${name}#${(count += 1)}`, readBytes, mail })
  for await (const chunk of chunksOf(path)) {
    signal?.throwIfAborted()
    for (const piece of lines.push(chunk)) {
      const mail = splitter.push(piece)
      if (mail) yield named(mail)
      readBytes += piece.bytes.length
    }
  }
  for (const piece of lines.end()) {
    const mail = splitter.push(piece)
    if (mail) yield named(mail)
    readBytes += piece.bytes.length
  }
  const last = splitter.end()
  if (last) yield named(last)
}

const CHUNK_BYTES = 256 * 1024

async function* chunksOf(path: string): AsyncGenerator<Uint8Array> {
  const chunks = createReadStream(path, { highWaterMark: CHUNK_BYTES })[Symbol.asyncIterator]()
  try {
    for (;;) {
      const { done, value } = await readable<IteratorResult<Buffer>>(path, chunks.next())
      if (done === true) return
      yield value
    }
  } finally {
    await chunks.return?.()
  }
}
