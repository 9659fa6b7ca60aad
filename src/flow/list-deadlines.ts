import type { Actor } from '../model/actor.ts'
import type { ClockKind } from '../model/deadline.ts'
import type { AccountId } from '../model/ids.ts'
import { deadlineState, type DeadlineState } from '../policy/deadline/deadline-state.ts'
import { type DueCursor, type DueRow, listDues } from '../store/due.ts'
import { type Denied, readInAccount } from './in-account.ts'
import { type ReadableConversation, readableOrDamaged } from './list-inbox.ts'
import type { DeskParts } from './parts.ts'

/** Something that runs against us, and how it stands. */
export interface Due {
  readonly kind: ClockKind
  readonly startsAt: Date
  readonly dueAt: Date
  readonly state: Extract<DeadlineState, 'running' | 'near' | 'late'>
  readonly conversation: ReadableConversation
}

export interface DuePage {
  readonly items: readonly Due[]
  /** Where the next page begins; undefined on the last one. */
  readonly next: DueCursor | undefined
}

export interface DueWish {
  readonly accountId: AccountId
  readonly after: DueCursor | undefined
  readonly limit: number
}

/** All that must be done in time in an account, due first. One row more than asked tells whether there is a next page. */
export async function listDeadlines(parts: DeskParts, actor: Actor, wish: DueWish): Promise<DuePage | Denied> {
  const right = { accountId: wish.accountId, permission: 'conversation:read' } as const
  return readInAccount(parts, actor, right, async ({ tx, scope, vault, now }): Promise<DuePage> => {
    const answerMs = parts.pack.limits.answerMs.value
    const rows = await listDues(tx, scope, { answerMs, after: wish.after, limit: wish.limit + 1 })
    const page = rows.slice(0, wish.limit)
    const keys = await vault.keysOf([...new Set(page.map(({ conversation }) => conversation.id))])
    const items = page.map(({ kind, startsAt, dueAt, conversation }) => ({
      kind,
      startsAt,
      dueAt,
      state: runningState({ kind, startsAt, dueAt }, now),
      conversation: readableOrDamaged(conversation, keys.get(conversation.id)),
    }))
    return { items, next: rows.length > wish.limit ? cursorOf(page.at(-1)) : undefined }
  })
}

function runningState(clock: Pick<DueRow, 'kind' | 'startsAt' | 'dueAt'>, now: Date): Due['state'] {
  const state = deadlineState({ ...clock, settledAt: undefined }, now)
  return state === 'near' || state === 'late' ? state : 'running'
}

function cursorOf(row: DueRow | undefined): DueCursor | undefined {
  return row && { at: row.dueAt, id: row.objectId }
}
