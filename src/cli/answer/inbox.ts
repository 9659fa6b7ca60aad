import { listAlerts } from '../../flow/alert/list-alerts.ts'
import { listDeadlines } from '../../flow/list-deadlines.ts'
import { listInbox } from '../../flow/list-inbox.ts'
import { showReplies } from '../../flow/show-replies.ts'
import type { ReplyState } from '../../model/reply.ts'
import type { InboxView } from '../../store/inbox.ts'
import { asGuest, type Refusal } from '../as-guest.ts'
import { EXIT, say, talk } from '../output.ts'
import type { DeskGuest, Doors } from '../running-desk.ts'
import { accountOf, type AnswerOptions, deniedHere, isRefusal } from './find.ts'
import { replyData, replyLine } from './reply-report.ts'
import { rowData, rowLine } from './row-report.ts'
import type { AccountId } from '../../model/ids.ts'

/** Most rows of a list; the page shows the rest. */
const LIST_LIMIT = 200

export interface InboxOptions extends AnswerOptions {
  readonly view?: InboxView
}

export interface RepliesOptions extends AnswerOptions {
  readonly state?: ReplyState
}

/** Shows the inbox: due first where something is due, else newest first. */
export function showInbox(doors: Doors, options: InboxOptions): Promise<number> {
  return list(doors, options, async ({ parts, owner }, accountId) => {
    const view = options.view ?? 'needs-reply'
    const page = await listInbox(parts, owner, { accountId, view, after: undefined, limit: LIST_LIMIT })
    if ('ok' in page) return deniedHere(page)
    return { rows: page.items.map((item) => ({ data: rowData(item), line: rowLine(item) })), isWhole: !page.next }
  })
}

/** Shows every clock that runs, due first. */
export function showDeadlines(doors: Doors, options: AnswerOptions): Promise<number> {
  return list(doors, options, async ({ parts, owner }, accountId) => {
    const page = await listDeadlines(parts, owner, { accountId, after: undefined, limit: LIST_LIMIT })
    if ('ok' in page) return deniedHere(page)
    const rows = page.items.map(({ kind, startsAt, dueAt, state, conversation }) => ({
      data: {
        conversationId: String(conversation.row.id),
        kind,
        state,
        startsAt: startsAt.toISOString(),
        dueAt: dueAt.toISOString(),
      },
      line: `${dueAt.toISOString()}  ${state.padEnd(7)}  ${kind.padEnd(13)}  ${conversation.row.id}  ${conversation.buyerName ?? ''}`,
    }))
    return { rows, isWhole: !page.next }
  })
}

/** Shows what somebody must be told of, due first. */
export function showAlerts(doors: Doors, options: AnswerOptions): Promise<number> {
  return list(doors, options, async ({ parts, owner }, accountId) => {
    const page = await listAlerts(parts, owner, { accountId, after: undefined, limit: LIST_LIMIT })
    if ('ok' in page) return deniedHere(page)
    const rows = page.items.map(({ id, kind, conversationId, objectId, dueAt, raisedAt, buyerName }) => ({
      data: {
        id: String(id),
        kind,
        conversationId: conversationId === undefined ? null : String(conversationId),
        objectId: String(objectId),
        dueAt: dueAt.toISOString(),
        raisedAt: raisedAt.toISOString(),
      },
      line: `${id}  ${dueAt.toISOString()}  ${kind.padEnd(15)}  ${conversationId ?? ''}  ${buyerName ?? ''}`,
    }))
    return { rows, isWhole: !page.next }
  })
}

/** Shows replies and where they are, newest first. */
export function listReplies(doors: Doors, options: RepliesOptions): Promise<number> {
  return list(doors, options, async ({ parts, owner }, accountId) => {
    const shown = await showReplies(parts, owner, { accountId, state: options.state, limit: LIST_LIMIT })
    if ('ok' in shown) return deniedHere(shown)
    const rows = shown.map(({ row }) => ({ data: replyData(row), line: replyLine(row) }))
    return { rows, isWhole: shown.length < LIST_LIMIT }
  })
}

interface Listed {
  readonly rows: readonly { readonly data: object; readonly line: string }[]
  readonly isWhole: boolean
}

function list(
  doors: Doors,
  options: AnswerOptions,
  read: (guest: DeskGuest, accountId: AccountId) => Promise<Listed | Refusal>,
): Promise<number> {
  return asGuest(doors, options, async (guest) => {
    const account = await accountOf(guest, options)
    if (isRefusal(account)) return account
    const listed = await read(guest, account.id)
    if (isRefusal(listed)) return listed
    if (options.json) say(JSON.stringify(listed.rows.map(({ data }) => data)))
    else for (const { line } of listed.rows) say(line)
    if (listed.rows.length === 0) talk('Nothing here.')
    if (!listed.isWhole) talk(`Only the first ${LIST_LIMIT} are shown; the page has the rest.`)
    return EXIT.ok
  })
}
