import { ImapFailure } from './failure.ts'
import type { ImapMail, ListedMail } from './mail.ts'
import type { ImapSession } from './session.ts'

/** How far a mailbox is stored. UIDs mean something only together with their UIDVALIDITY. */
export interface ImapPosition {
  readonly uidValidity: number
  readonly lastUid: number
}

/** Mails that are stored together with the position behind them. */
export interface ImapBatch extends ImapPosition {
  /** Ascending by UID. Fewer than were listed, or none, when some were removed meanwhile. */
  readonly mails: readonly ImapMail[]
}

export const BATCH_LIMITS = {
  mails: 200,
  /** By the server's word. A single larger mail is a batch of its own. */
  bytes: 16 * 1024 * 1024,
  /**
   * What a batch may take in memory, where at most two are at once. A server whose sizes are so far from the truth is not
   * to be believed.
   */
  memoryBytes: 32 * 1024 * 1024,
} as const

/** Cuts listed mails into batches. A mail above `maxBytes` counts as nothing, since only its header is fetched. */
export function* planBatches(
  listed: readonly ListedMail[],
  { maxBytes, most = BATCH_LIMITS.mails }: { readonly maxBytes: number; readonly most?: number },
): Generator<readonly ListedMail[]> {
  let batch: ListedMail[] = []
  let sizeBytes = 0
  for (const mail of listed) {
    const mailBytes = mail.sizeBytes > maxBytes ? 0 : mail.sizeBytes
    if (batch.length > 0 && (batch.length >= most || sizeBytes + mailBytes > BATCH_LIMITS.bytes)) {
      yield batch
      batch = []
      sizeBytes = 0
    }
    batch.push(mail)
    sizeBytes += mailBytes
  }
  if (batch.length > 0) yield batch
}

/** Fetches the mails of a plan into memory. Rejects as the session does, and with `protocol` above the memory limit. */
export async function fetchBatch(
  session: Pick<ImapSession, 'uidValidity' | 'fetch'>,
  plan: readonly ListedMail[],
  maxBytes: number,
): Promise<ImapBatch> {
  const mails: ImapMail[] = []
  const limitBytes = Math.max(BATCH_LIMITS.memoryBytes, maxBytes)
  let memoryBytes = 0
  for await (const mail of session.fetch(plan, { maxBytes })) {
    memoryBytes += (mail.bytes ?? mail.header).length
    if (memoryBytes > limitBytes) throw new ImapFailure('protocol')
    mails.push(mail)
  }
  // Servers answer in ascending order, which nothing binds them to.
  mails.sort((a, b) => a.uid - b.uid)
  return { uidValidity: session.uidValidity, lastUid: plan.at(-1)?.uid ?? 0, mails }
}
