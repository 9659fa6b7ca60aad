import { setTimeout as delay } from 'node:timers/promises'
import { BATCH_LIMITS, fetchBatch, type ImapBatch, type ImapPosition, planBatches } from './batch.ts'
import { ImapFailure } from './failure.ts'
import type { ListedMail } from './mail.ts'
import { type ImapSession, openImap } from './session.ts'
import { WATCH_LIMITS, type WatchOptions } from './watch-options.ts'
import { listAbove } from './windows.ts'

/** What one session leaves to the next. */
export interface WatchRecord {
  /** Sessions that failed since mails were last taken or news waited for. */
  failures: number
  /** Of these, those that failed while mails were fetched. */
  cutOffs: number
}

const CUT_OFF_LIMITS = {
  /** After so many, mails are fetched one by one, to find the one upon which the server breaks. */
  alone: 2,
  /** After so many, the first mail is given without its bytes, so that it does not hold up all behind it. */
  unread: 4,
} as const

/** One session from connecting to its failure. Never resolves; rejects with `ImapFailure` or the signal's reason. */
export async function watchOnce(options: WatchOptions, record: WatchRecord): Promise<never> {
  await using session = await openImap(options.settings, options)
  let at = await storedPosition(options)
  for (;;) {
    if (at.uidValidity !== session.uidValidity) at = { uidValidity: session.uidValidity, lastUid: 0 }
    at = await catchUp({ options, record, session, isFetching: false }, at)
    options.told?.({ state: 'caught-up' })
    await session.waitForNews({ atMostMs: options.pollMs ?? WATCH_LIMITS.pollMs })
    record.failures = 0
    await session.look()
  }
}

interface Watch {
  readonly options: WatchOptions
  readonly record: WatchRecord
  readonly session: ImapSession
  /** Whether mails are being handed over; stays true when that fails. */
  isFetching: boolean
}

/** Has all mails above the position taken, and gives the position behind them. */
async function catchUp(watch: Watch, start: ImapPosition): Promise<ImapPosition> {
  const { options, record, session } = watch
  let at = start
  const batches = fetchAbove(watch, at.lastUid)
  let fetching = startFetching(batches)
  for (;;) {
    const batch = await fetched(watch, fetching)
    if (batch === undefined) return at
    options.told?.({ state: 'catching-up', lagMails: lag(session, at) })
    fetching = startFetching(batches)
    await take(options, batch)
    record.failures = 0
    record.cutOffs = 0
    at = { uidValidity: batch.uidValidity, lastUid: batch.lastUid }
  }
}

type Batches = AsyncGenerator<ImapBatch, undefined>

/** A batch that is fetched while the one before it is taken may fail unheard until it is asked for. */
function startFetching(batches: Batches): ReturnType<Batches['next']> {
  const fetching = batches.next()
  fetching.catch(() => undefined)
  return fetching
}

async function fetched(watch: Watch, fetching: ReturnType<Batches['next']>): Promise<ImapBatch | undefined> {
  try {
    return (await fetching).value
  } catch (error) {
    // Counted here, so that a session ended because a batch was not taken is not held against the mails behind it.
    if (watch.isFetching && isCutOff(error)) watch.record.cutOffs += 1
    throw error
  }
}

/** A server that says that it is busy holds nothing against a mail. */
function isCutOff(error: unknown): boolean {
  return error instanceof ImapFailure && error.problem !== 'busy'
}

async function* fetchAbove(watch: Watch, lastUid: number): Batches {
  const { options, record, session } = watch
  const { maxBytes } = options
  let isFirstUnread = record.cutOffs >= CUT_OFF_LIMITS.unread
  for await (const listed of listAbove(session, lastUid)) {
    const most = record.cutOffs >= CUT_OFF_LIMITS.alone ? 1 : BATCH_LIMITS.mails
    for (const plan of planBatches(listed, { maxBytes, most })) {
      watch.isFetching = !isFirstUnread
      const batch = isFirstUnread ? unread(session, plan) : await fetchBatch(session, plan, maxBytes)
      watch.isFetching = false
      isFirstUnread = false
      yield batch
    }
  }
  return undefined
}

function unread(session: ImapSession, plan: readonly ListedMail[]): ImapBatch {
  const mails = plan.map((mail) => ({ ...mail, bytes: undefined, header: new Uint8Array() }))
  return { uidValidity: session.uidValidity, lastUid: plan.at(-1)?.uid ?? 0, mails }
}

async function storedPosition(options: WatchOptions): Promise<ImapPosition> {
  try {
    return (await options.position()) ?? { uidValidity: 0, lastUid: 0 }
  } catch (error) {
    options.onError?.(error)
    throw new ImapFailure('not-stored')
  }
}

async function take(options: WatchOptions, batch: ImapBatch): Promise<void> {
  try {
    await withDrain(options.take(batch), options.signal)
  } catch (error) {
    if (options.signal.aborted) throw options.signal.reason
    options.onError?.(error)
    throw new ImapFailure('not-stored')
  }
}

/** Waits for work that is under way, but not long after the signal. */
async function withDrain(work: Promise<void>, signal: AbortSignal): Promise<void> {
  const { promise: aborted, resolve } = Promise.withResolvers<void>()
  const onAbort = () => resolve()
  signal.addEventListener('abort', onAbort, { once: true })
  if (signal.aborted) resolve()
  try {
    await Promise.race([work, aborted])
    if (signal.aborted) await Promise.race([work, delay(WATCH_LIMITS.drainMs)])
    signal.throwIfAborted()
  } finally {
    signal.removeEventListener('abort', onAbort)
  }
}

/** UIDs between the position and the end are mails or were; there are no more mails than the folder has. */
function lag(session: ImapSession, { lastUid }: ImapPosition): number {
  const { messages, uidNext } = session
  return uidNext === undefined ? messages : Math.max(0, Math.min(messages, uidNext - 1 - lastUid))
}
