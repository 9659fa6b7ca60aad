import type { Client } from 'pg'

import type { MailboxId } from '../model/ids.ts'
import { MAILBOX_LEASE_SEED } from './locks.ts'

/**
 * Which mailboxes this process fetches, where several share a database. What it took is its own until it gives it back or
 * its connection ends, by whatever death. Two that fetched one mailbox would take no mail twice, and each work in vain.
 */
export interface MailboxLeases {
  /** Takes a mailbox that this process does not hold; false when another does. */
  take(mailboxId: MailboxId): Promise<boolean>
  give(mailboxId: MailboxId): Promise<void>
}

/** The leases of one process, on a connection that lives as long as it fetches. */
export function mailboxLeases(client: Client): MailboxLeases {
  let before: Promise<unknown> = Promise.resolve()

  // A connection answers one question at a time.
  function ask(statement: string, mailboxId: MailboxId): Promise<{ readonly rows: readonly { taken?: boolean }[] }> {
    const asked = before.then(() => client.query(statement, [String(mailboxId), MAILBOX_LEASE_SEED]))
    before = asked.catch(() => undefined)
    return asked
  }

  return {
    async take(mailboxId) {
      const { rows } = await ask('select pg_try_advisory_lock(hashtextextended($1, $2)) as taken', mailboxId)
      return rows[0]?.taken === true
    },
    async give(mailboxId) {
      await ask('select pg_advisory_unlock(hashtextextended($1, $2))', mailboxId)
    },
  }
}
