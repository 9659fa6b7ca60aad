import type { Clock } from '../base/clock.ts'
import { SECOND_MS } from '../base/clock.ts'
import { Fault } from '../base/fault.ts'
import { measureMailFile, readMailFile } from '../channel/file/read-mail-file.ts'
import { MAIL_MAX_BYTES } from '../parse/pre-scan.ts'
import { asGuest, type GuestOptions } from './as-guest.ts'
import { progressLine } from './import-progress.ts'
import { type ImportCounts, MailImport } from './mail-import.ts'
import { findKnown } from './mailbox.ts'
import { EXIT, say, talk, talkOver } from './output.ts'
import type { Doors } from './running-desk.ts'
import { counted, grouped } from './words.ts'

export interface ImportMailOptions extends GuestOptions {
  /** Address of the mailbox the mails came to. */
  readonly mailbox: string
  /** Old mail that runs no deadline. */
  readonly history?: boolean
}

/** What a reading came to. */
interface Imported extends ImportCounts {
  /** Files that could not be read, or not to their end. */
  readonly unreadable: readonly string[]
  /** Whether all that was named was looked at. */
  readonly isComplete: boolean
}

/**
 * Takes in the mails of files as if they had just come to a mailbox. Exit 1 when something was left out. Harmless to
 * repeat, whole or after it was stopped: a mail that is here is not taken in twice. A Fault 'input.unreadable' when a
 * path cannot be read at all; then nothing was taken in.
 */
export async function importMail(doors: Doors, paths: readonly string[], options: ImportMailOptions): Promise<number> {
  return asGuest(doors, options, async (guest, stop) => {
    const known = await findKnown(guest, options.mailbox)
    if ('says' in known) return known
    const totalBytes = await measure(paths)
    const { parts } = guest
    const { mailbox } = known.shown
    const mails = new MailImport(parts, mailbox, { asHistory: options.history ?? false })
    const progress = newProgress(parts.clock, totalBytes)
    const unreadable: string[] = []
    for (const path of paths) {
      const unread = await takeIn(path, { mails, progress, stop: stop.signal })
      if (unread !== undefined) unreadable.push(unread)
    }
    await mails.finish()
    progress.end()
    const imported = { ...mails.counts(), unreadable, isComplete: !stop.aborted }
    if (options.json) say(JSON.stringify({ mailbox: mailbox.address, ...imported }))
    else for (const line of summary(mailbox.address, imported)) say(line)
    return imported.isComplete && unreadable.length + imported.tooLarge.length === 0 ? EXIT.ok : EXIT.findings
  })
}

async function measure(paths: readonly string[]): Promise<number> {
  let bytes = 0
  for (const path of paths) bytes += (await measureMailFile(path)).totalBytes
  return bytes
}

/** Takes in what is at a path; returns what could not be read there. */
async function takeIn(
  path: string,
  run: { readonly mails: MailImport; readonly progress: Progress; readonly stop: AbortSignal },
): Promise<string | undefined> {
  const { mails, progress, stop } = run
  const before = progress.readBytes
  try {
    for await (const mail of readMailFile(path, { maxBytes: MAIL_MAX_BYTES })) {
      if (stop.aborted) return undefined
      await mails.add(mail)
      progress.tell(before + mail.readBytes)
    }
    return undefined
  } catch (error) {
    if (error instanceof Fault && error.code === 'input.unreadable') return error.detail ?? path
    throw error
  }
}

interface Progress {
  readonly readBytes: number
  /** One mail more was read. */
  tell(readBytes: number): void
  end(): void
}

/** A line that is drawn anew on a terminal; elsewhere, as in a log, it is written more rarely. */
const REDRAW_MS = SECOND_MS
const LOG_MS = 10 * SECOND_MS

function newProgress(clock: Clock, totalBytes: number): Progress {
  const isTerminal = process.stderr.isTTY
  const everyMs = isTerminal ? REDRAW_MS : LOG_MS
  const startMs = clock.now().getTime()
  let toldMs = startMs
  let readBytes = 0
  let mails = 0
  return {
    get readBytes() {
      return readBytes
    },
    tell(bytes) {
      readBytes = bytes
      mails += 1
      const nowMs = clock.now().getTime()
      if (nowMs - toldMs < everyMs) return
      toldMs = nowMs
      const line = progressLine({ readBytes, totalBytes, mails, elapsedMs: nowMs - startMs })
      if (isTerminal) talkOver(line)
      else talk(line)
    },
    end() {
      if (isTerminal && toldMs !== startMs) talkOver('')
    },
  }
}

function summary(address: string, imported: Imported): readonly string[] {
  const { read, stored, repeated, noticed, quarantined, tooLarge, unreadable } = imported
  const lines = [
    `Read ${counted(read, 'mail')} to ${address}: ${grouped(stored)} stored, ${grouped(repeated)} here already, ` +
      `${counted(noticed, 'notice')} of replies, ${grouped(quarantined)} set aside for a person.`,
  ]
  if (tooLarge.length > 0) {
    lines.push(`Left out, since larger than ${grouped(MAIL_MAX_BYTES)} bytes:`)
    lines.push(...tooLarge.map(({ name, sizeBytes }) => `  ${name} (${grouped(sizeBytes)} bytes)`))
  }
  if (unreadable.length > 0) {
    lines.push('Left out from here on, since it cannot be read; mend that and run the same command again:')
    lines.push(...unreadable.map((path) => `  ${path}`))
  }
  if (!imported.isComplete) {
    lines.push('Stopped before the end. Run the same command again to go on: what is here is not taken in twice.')
  }
  return lines
}
