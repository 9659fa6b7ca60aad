import { DESK_PERSON } from '../../model/ids.ts'
import { mintPersonScope } from '../../policy/access/mint-scope.ts'
import { asReader } from '../../store/database.ts'
import { listSourcesOf, type SourceRow, type WatchedSource } from '../../store/mailbox-source.ts'
import type { DeskParts } from '../parts.ts'

/** Every source the desk is to fetch from, in all accounts. */
export async function listWatched(parts: DeskParts): Promise<readonly WatchedSource[]> {
  return asReader(parts.db, DESK_PERSON, (tx) => listSourcesOf(tx, mintPersonScope(DESK_PERSON)))
}

/** Whether a source is still the one that is watched. A removed and newly set one begins at version 1 again. */
export function isWatched(row: SourceRow | undefined, watched: WatchedSource): row is SourceRow {
  return row?.source.version === watched.version && row.changedAt.getTime() === watched.changedAt.getTime()
}
