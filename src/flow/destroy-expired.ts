import { type AccountId, DESK_PERSON } from '../model/ids.ts'
import { mintPersonScope } from '../policy/access/mint-scope.ts'
import { listAccountIds } from '../store/account.ts'
import { asReader } from '../store/database.ts'
import { deleteExpiredAttachments, deleteExpiredQuarantine } from '../store/expired.ts'
import { inAccount, type Step } from './in-account.ts'
import type { DeskParts } from './parts.ts'
import { record } from './record.ts'

const DESK = { personId: DESK_PERSON, tokenId: undefined }
/** Rows of one transaction: few enough that it holds nobody up. */
const BATCH_ROWS = 500

/** What is kept for some days only, by the name the log gives it. */
const KINDS = { attachment: deleteExpiredAttachments, quarantine: deleteExpiredQuarantine } as const
type Kind = keyof typeof KINDS

/**
 * Destroys the quarantined mails and attachments whose time is over, in all accounts, keys with them. The log says how
 * many. Returns how many; harmless to repeat, and what a crash left is found by the next run.
 */
export async function destroyExpired(parts: DeskParts): Promise<number> {
  const accountIds = await asReader(parts.db, DESK_PERSON, (tx) => listAccountIds(tx, mintPersonScope(DESK_PERSON)))
  let count = 0
  for (const accountId of accountIds) {
    for (const kind of ['attachment', 'quarantine'] as const) count += await destroyOf(parts, accountId, kind)
  }
  return count
}

async function destroyOf(parts: DeskParts, accountId: AccountId, kind: Kind): Promise<number> {
  let count = 0
  for (let last = BATCH_ROWS; last === BATCH_ROWS;) {
    const right = { accountId, permission: 'mail:receive' } as const
    const destroyed = await inAccount(parts, DESK, right, (step) => destroyBatch(step, kind))
    last = typeof destroyed === 'number' ? destroyed : 0
    count += last
  }
  return count
}

async function destroyBatch(step: Step, kind: Kind): Promise<number> {
  const { tx, scope, now } = step
  const destroyed = await KINDS[kind](tx, scope, { now, limit: BATCH_ROWS })
  if (destroyed > 0) {
    const codes = [`destroyed:${destroyed}`, kind]
    await record(step, { event: 'kept.destroyed', object: `account:${scope.accountId}`, codes })
  }
  return destroyed
}
