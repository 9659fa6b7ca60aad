import type { Actor } from '../../model/actor.ts'
import type { ApprovedSender } from '../../model/approved-sender.ts'
import type { AccountId } from '../../model/ids.ts'
import { listSenders } from '../../store/approved-sender.ts'
import { type Denied, readInAccount } from '../in-account.ts'
import type { DeskParts } from '../parts.ts'

/** The addresses replies of an account may leave from, and those Amazon refused. */
export async function showSenders(
  parts: DeskParts,
  actor: Actor,
  { accountId }: { readonly accountId: AccountId },
): Promise<readonly ApprovedSender[] | Denied> {
  return readInAccount(parts, actor, { accountId, permission: 'account:read' }, ({ tx, scope }) =>
    listSenders(tx, scope),
  )
}
