import { SECOND_MS } from '../../base/clock.ts'
import { ImapFailure } from '../../channel/mail/imap/failure.ts'
import { keepInSent } from '../../channel/mail/imap/sent.ts'
import type { ImapSettings } from '../../channel/mail/imap/settings.ts'
import { type AccountId, DESK_PERSON, type ReplyId } from '../../model/ids.ts'
import { announce } from '../../store/change.ts'
import { setFiled } from '../../store/outbox-sent.ts'
import { findReply } from '../../store/outbox.ts'
import { inAccount, MISSING } from '../in-account.ts'
import type { DeskParts } from '../parts.ts'
import { record } from '../record.ts'
import { findSentServer } from './sent-server.ts'

const DESK = { personId: DESK_PERSON, tokenId: undefined }
/** As long as the delivery of another reply may be held up by a Sent folder. */
const KEEP_MS = 20 * SECOND_MS
/** The second looks for what the first may have left behind when its connection broke. */
const TRIES = 2

/**
 * Puts the very bytes of a reply that was sent into the Sent folder, where its mailbox wants that. Whatever comes of it,
 * the reply stays as it is; only what the folder says of it is written. Holds the caller at most `KEEP_MS`.
 */
export async function keepSent(
  parts: DeskParts,
  sent: { readonly accountId: AccountId; readonly replyId: ReplyId; readonly bytes: Uint8Array },
): Promise<void> {
  const { accountId, replyId, bytes } = sent
  const right = { accountId, permission: 'reply:deliver' } as const
  const begun = await inAccount(parts, DESK, right, async (step) => {
    const reply = await findReply(step.tx, step.scope, replyId)
    return reply ? { reply, server: await findSentServer(step, reply.conversationId) } : MISSING
  })
  if ('ok' in begun || begun.server?.keepsSent !== true) return
  const { conversationId, mailId } = begun.reply
  const problem = begun.server.settings ? await keep(begun.server.settings, { mailId, bytes }) : 'not-reached'
  const filed = problem === undefined ? 'kept' : 'not-kept'
  await inAccount(parts, DESK, right, async (step) => {
    await setFiled(step.tx, step.scope, replyId, filed)
    const codes = problem === undefined ? [filed] : [filed, problem]
    await record(step, { event: 'reply.filed', object: `reply:${replyId}`, conversationId, codes })
    await announce(step.tx, step.scope, { type: 'reply', id: replyId, conversationId })
  })
}

/** A code of why it was not kept; undefined when it was. */
async function keep(
  settings: ImapSettings,
  mail: { readonly mailId: string; readonly bytes: Uint8Array },
): Promise<string | undefined> {
  const signal = AbortSignal.timeout(KEEP_MS)
  let problem: string | undefined
  for (let attempt = 0; attempt < TRIES && !signal.aborted; attempt += 1) {
    try {
      return (await keepInSent(settings, mail, { signal })) === 'kept' ? undefined : 'no-folder'
    } catch (error) {
      if (!(error instanceof ImapFailure) && !signal.aborted) throw error
      problem = error instanceof ImapFailure ? error.problem : 'timeout'
    }
  }
  return problem
}
