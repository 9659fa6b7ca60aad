import { hex } from '../../base/bytes.ts'
import { checkReply } from '../../flow/check-reply.ts'
import type { Denied } from '../../flow/in-account.ts'
import { resolveReply } from '../../flow/resolve-reply.ts'
import { sendReply, type SendReplyOutcome } from '../../flow/send-reply.ts'
import { showConversation } from '../../flow/show-conversation.ts'
import { undoReply } from '../../flow/undo-reply.ts'
import type { AccountId, ConversationId, ReplyId } from '../../model/ids.ts'
import type { ReplyRow } from '../../store/outbox.ts'
import { asGuest, type Refusal } from '../as-guest.ts'
import { EXIT, say, talk } from '../output.ts'
import type { DeskGuest, Doors } from '../running-desk.ts'
import { type AnswerOptions, deniedHere, inItsAccount, isRefusal, numberOf, withThing } from './find.ts'
import { findingLines, replyData, replyLine } from './reply-report.ts'
import { textOf } from './text-argument.ts'

const KEY_BYTES = 16

export interface ReplyOptions extends AnswerOptions {
  /** Only ask the gate. */
  readonly check?: boolean
  /** The version of the conversation that was looked at; the newest one when it is left out. */
  readonly seen?: number
  /** The same key told twice is one reply. */
  readonly key?: string
}

/** Sends a reply through the gate, or only asks it. Exit 1 when it is blocked, or something came in between. */
export function reply(
  doors: Doors,
  wish: { readonly conversation: string; readonly file: string | undefined },
  options: ReplyOptions,
): Promise<number> {
  return asGuest(doors, options, async (guest) => {
    const conversationId = numberOf<ConversationId>(wish.conversation)
    if (isRefusal(conversationId)) return conversationId
    const found = await inItsAccount(guest, options, async (accountId) => {
      const shown = await showConversation(guest.parts, guest.owner, { accountId, conversationId })
      return 'ok' in shown ? shown : { accountId, version: shown.row.version }
    })
    if (isRefusal(found)) return found
    const text = await textOf(wish.file)
    const { accountId } = found
    if (options.check === true) return ask(guest, { accountId, conversationId, text }, options)
    const version = options.seen ?? found.version
    const idempotencyKey = options.key ?? `cli-${hex(guest.parts.random.bytes(KEY_BYTES))}`
    const sent = await sendReply(guest.parts, guest.owner, { accountId, conversationId, text, version, idempotencyKey })
    return sent.ok ? tell(sent.reply, options) : refusalOf(sent)
  })
}

async function ask(
  { parts, owner }: DeskGuest,
  wish: { readonly accountId: AccountId; readonly conversationId: ConversationId; readonly text: string },
  { json }: ReplyOptions,
): Promise<number | Refusal> {
  const verdict = await checkReply(parts, owner, wish)
  if ('ok' in verdict) return deniedHere(verdict)
  if (json) say(JSON.stringify(verdict))
  else for (const line of [...findingLines(verdict.findings), verdict.verdict]) say(line)
  return verdict.verdict === 'blocked' ? EXIT.findings : EXIT.ok
}

function refusalOf(sent: Exclude<SendReplyOutcome, { readonly ok: true }>): Refusal {
  switch (sent.reason) {
    case 'blocked':
    case 'sensitive':
      for (const line of findingLines(sent.findings)) talk(line)
      return { exit: EXIT.findings, says: 'Nothing is sent: change the text and try again.' }
    case 'changed':
      return { exit: EXIT.findings, says: `Nothing is sent: something came in meanwhile (version ${sent.version}).` }
    case 'open':
      return { exit: EXIT.findings, says: `Nothing is sent: reply ${sent.replyId} is on its way (${sent.state}).` }
    case 'reused':
      return { exit: EXIT.findings, says: 'Nothing is sent: this key belongs to another reply.' }
    case 'missing':
    case 'refused':
      return deniedHere({ ok: false, reason: sent.reason })
  }
}

/** Takes a queued reply back; its text is a draft again. */
export function undo(doors: Doors, name: string, options: AnswerOptions): Promise<number> {
  const late = 'It is too late: the reply is on its way, or gone.'
  return change(doors, { name, late }, options, ({ parts, owner }, wish) => undoReply(parts, owner, wish))
}

/** Says whether a reply of which nobody can tell has reached Amazon. */
export function resolve(
  doors: Doors,
  { name, wasSent }: { readonly name: string; readonly wasSent: boolean },
  options: AnswerOptions,
): Promise<number> {
  const late = 'There is nothing to decide: the desk knows where this reply is.'
  return change(doors, { name, late }, options, ({ parts, owner }, wish) =>
    resolveReply(parts, owner, { ...wish, wasSent }),
  )
}

type Changed =
  | { readonly ok: true; readonly reply: ReplyRow }
  | { readonly ok: false; readonly reason: 'too-late' | 'not-unknown' }
  | Denied

function change(
  doors: Doors,
  { name, late }: { readonly name: string; readonly late: string },
  options: AnswerOptions,
  act: (guest: DeskGuest, wish: { readonly accountId: AccountId; readonly replyId: ReplyId }) => Promise<Changed>,
): Promise<number> {
  return withThing<ReplyId, Changed>(
    doors,
    { name, options },
    (guest, { accountId, id: replyId }) => act(guest, { accountId, replyId }),
    (changed) => ('reply' in changed ? tell(changed.reply, options) : { exit: EXIT.findings, says: late }),
  )
}

function tell(row: ReplyRow, { json }: AnswerOptions): number {
  say(json ? JSON.stringify(replyData(row)) : replyLine(row))
  if (row.state === 'queued' && !json) talk('It leaves when the time to take it back is over, and the desk runs.')
  return EXIT.ok
}
