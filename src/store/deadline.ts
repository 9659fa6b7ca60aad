import type { Deadline, DeadlineEnd, DeadlineKind } from '../model/deadline.ts'
import type { ConversationId, DeadlineId } from '../model/ids.ts'
import type { AccountScope } from '../model/scope.ts'
import type { Tx } from './database.ts'
import type { Tables } from './tables.ts'

const COLUMNS = [
  'deadline_id',
  'conversation_id',
  'message_id',
  'kind',
  'starts_at',
  'due_at',
  'settled_at',
  'settled_by',
] as const

/** Starts deadlines. */
export async function insertDeadlines(
  tx: Tx,
  scope: AccountScope,
  deadlines: readonly Omit<Deadline, 'settled'>[],
): Promise<void> {
  if (deadlines.length === 0) return
  await tx
    .insertInto('deadline')
    .values(
      deadlines.map((deadline) => ({
        account_id: scope.accountId,
        deadline_id: deadline.id,
        conversation_id: deadline.conversationId,
        message_id: deadline.messageId,
        kind: deadline.kind,
        starts_at: deadline.startsAt,
        due_at: deadline.dueAt,
        settled_at: null,
        settled_by: null,
      })),
    )
    .execute()
}

/** The deadlines of some conversations, settled ones too, the one due first on top. */
export async function listDeadlines(
  tx: Tx,
  scope: AccountScope,
  conversationIds: readonly ConversationId[],
): Promise<readonly Deadline[]> {
  if (conversationIds.length === 0) return []
  const rows = await tx
    .selectFrom('deadline')
    .select(COLUMNS)
    .where('account_id', '=', scope.accountId)
    .where('conversation_id', 'in', conversationIds)
    .orderBy('due_at')
    .orderBy('deadline_id')
    .execute()
  return rows.map(deadlineOf)
}

/** One deadline, or nothing. */
export async function findDeadline(tx: Tx, scope: AccountScope, id: DeadlineId): Promise<Deadline | undefined> {
  const row = await tx
    .selectFrom('deadline')
    .select(COLUMNS)
    .where('account_id', '=', scope.accountId)
    .where('deadline_id', '=', id)
    .executeTakeFirst()
  return row && deadlineOf(row)
}

/** Ends one deadline that runs. Nothing when it is ended already, or not there. */
export async function settleDeadline(
  tx: Tx,
  scope: AccountScope,
  settle: { readonly id: DeadlineId; readonly at: Date; readonly by: DeadlineEnd },
): Promise<Deadline | undefined> {
  const row = await tx
    .updateTable('deadline')
    .set({ settled_at: settle.at, settled_by: settle.by })
    .where('account_id', '=', scope.accountId)
    .where('deadline_id', '=', settle.id)
    .where('settled_at', 'is', null)
    .returning(COLUMNS)
    .executeTakeFirst()
  return row && deadlineOf(row)
}

/** Ends the running deadlines of these kinds in a conversation that began no later than `at`; returns them. */
export async function settleDeadlinesOf(
  tx: Tx,
  scope: AccountScope,
  settle: {
    readonly conversationId: ConversationId
    readonly kinds: readonly DeadlineKind[]
    readonly at: Date
    readonly by: DeadlineEnd
  },
): Promise<readonly Deadline[]> {
  const rows = await tx
    .updateTable('deadline')
    .set({ settled_at: settle.at, settled_by: settle.by })
    .where('account_id', '=', scope.accountId)
    .where('conversation_id', '=', settle.conversationId)
    .where('kind', 'in', settle.kinds)
    .where('starts_at', '<=', settle.at)
    .where('settled_at', 'is', null)
    .returning(COLUMNS)
    .execute()
  return rows.map(deadlineOf)
}

function deadlineOf(row: Pick<Tables['deadline'], (typeof COLUMNS)[number]>): Deadline {
  return {
    id: row.deadline_id,
    conversationId: row.conversation_id,
    messageId: row.message_id,
    kind: row.kind,
    startsAt: row.starts_at,
    dueAt: row.due_at,
    settled: row.settled_at && row.settled_by ? { at: row.settled_at, by: row.settled_by } : undefined,
  }
}
