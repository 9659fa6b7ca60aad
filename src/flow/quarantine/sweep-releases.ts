import { DESK_PERSON } from '../../model/ids.ts'
import { mintPersonScope } from '../../policy/access/mint-scope.ts'
import { listAccountIds } from '../../store/account.ts'
import { asReader } from '../../store/database.ts'
import { listStuckReleases } from '../../store/quarantine-release.ts'
import { inAccount } from '../in-account.ts'
import type { ReceiveMailParts } from '../receive/read-coming.ts'
import { holdAgain } from './release-mail.ts'

const DESK = { personId: DESK_PERSON, tokenId: undefined }

/**
 * Holds every mail again whose release began before an instant and never ended, since its job gave up; a person may
 * release it anew. Returns how many.
 */
export async function sweepReleases(parts: ReceiveMailParts, before: Date): Promise<number> {
  const accountIds = await asReader(parts.db, DESK_PERSON, (tx) => listAccountIds(tx, mintPersonScope(DESK_PERSON)))
  let count = 0
  for (const accountId of accountIds) {
    const stuck = await inAccount(parts, DESK, { accountId, permission: 'mail:receive' }, ({ tx, scope }) =>
      listStuckReleases(tx, scope, before),
    )
    if ('ok' in stuck) continue
    for (const quarantineId of stuck) await holdAgain(parts, { accountId, quarantineId }, 'interrupted')
    count += stuck.length
  }
  return count
}
