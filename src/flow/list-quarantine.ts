import type { Actor } from '../model/actor.ts'
import type { AccountId } from '../model/ids.ts'
import type { QuarantinedMail } from '../model/quarantined-mail.ts'
import { openQuarantineKey } from '../seal/quarantine-keys.ts'
import { openSafeBody } from '../seal/sealed-body.ts'
import { listQuarantine as listRows } from '../store/quarantine.ts'
import { type Denied, readInAccount } from './in-account.ts'
import type { DeskParts } from './parts.ts'
import { quarantineExtractPlace } from './places.ts'

/** The mails of an account that nobody could place, the one due first on top. Only their redacted extract is opened. */
export async function listQuarantine(
  parts: DeskParts,
  actor: Actor,
  wish: { readonly accountId: AccountId },
): Promise<{ readonly items: readonly QuarantinedMail[] } | Denied> {
  const { accountId } = wish
  return readInAccount(parts, actor, { accountId, permission: 'quarantine:read' }, async ({ tx, scope, vault }) => {
    const accountKey = await vault.accountKey()
    const rows = await listRows(tx, scope)
    return {
      items: rows.map((row) => {
        const key = openQuarantineKey(accountKey, { account: accountId, quarantine: row.id }, row.wrappedKey)
        const { id, mailboxId, reason, receivedAt, dueAt, sizeBytes } = row
        const extract = openSafeBody(key, quarantineExtractPlace(accountId, id), row.extract)
        return { accountId, id, mailboxId, reason, receivedAt, dueAt, sizeBytes, extract }
      }),
    }
  })
}
