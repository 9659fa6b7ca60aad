import type { MailboxId } from '../../model/ids.ts'
import type { QuarantinedMail } from '../../model/quarantined-mail.ts'
import { openQuarantineKey } from '../../seal/quarantine-keys.ts'
import { openSafeBody } from '../../seal/sealed-body.ts'
import { listMailboxes } from '../../store/mailbox.ts'
import type { QuarantineRow } from '../../store/quarantine.ts'
import type { Step } from '../in-account.ts'
import { quarantineExtractPlace } from '../places.ts'
import { type ReleaseObstacle, releaseObstacle } from './release-obstacle.ts'

/** A quarantined mail as a person sees it. */
export interface ShownQuarantined {
  readonly mail: QuarantinedMail
  /** Address of the mailbox it came to. */
  readonly mailbox: string
  /** Why it cannot be let in; undefined when it can. */
  readonly obstacle: ReleaseObstacle | undefined
}

/** Opens the redacted extracts of quarantined mails, in their order. Their bytes stay sealed. */
export async function openQuarantined(
  step: Step,
  rows: readonly QuarantineRow[],
): Promise<readonly ShownQuarantined[]> {
  const { tx, scope, vault } = step
  const accountKey = await vault.accountKey()
  const addresses = new Map<MailboxId, string>(
    (await listMailboxes(tx, scope)).map((mailbox) => [mailbox.id, mailbox.address]),
  )
  return rows.map((row) => {
    const { accountId } = scope
    const key = openQuarantineKey(accountKey, { account: accountId, quarantine: row.id }, row.wrappedKey)
    const extract = openSafeBody(key, quarantineExtractPlace(accountId, row.id), row.extract)
    const { id, mailboxId, reason, receivedAt, dueAt, sizeBytes, state, decided, releaseProblem } = row
    return {
      mail: { accountId, id, mailboxId, reason, receivedAt, dueAt, sizeBytes, extract, state, decided, releaseProblem },
      mailbox: addresses.get(mailboxId) ?? '',
      obstacle: releaseObstacle(row),
    }
  })
}
