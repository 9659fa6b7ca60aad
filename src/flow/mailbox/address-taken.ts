import { DESK_PERSON } from '../../model/ids.ts'
import { mintPersonScope } from '../../policy/access/mint-scope.ts'
import { asPerson } from '../../store/database.ts'
import { listMailboxesAt } from '../../store/mailbox.ts'
import type { DeskParts } from '../parts.ts'

/**
 * Whether an account of this desk has a mailbox of this address, which belongs to one account only. Asked as the desk,
 * which alone sees every account's mailboxes; the caller holds `lockAddress`.
 */
export async function isAddressTaken(parts: DeskParts, address: string): Promise<boolean> {
  const found = await asPerson(parts.db, DESK_PERSON, (tx) =>
    listMailboxesAt(tx, mintPersonScope(DESK_PERSON), address),
  )
  return found.length > 0
}
