import { z } from '@hono/zod-openapi'

import { Fault } from '../base/fault.ts'
import { type AccountId, type ConversationId, parseId, type ReplyId } from '../model/ids.ts'

/* Ids in paths. One that is no id is answered like one that does not exist. */

export const AccountPath = z.object({ account: z.string().openapi({ example: '482905371648' }) })
export const ConversationPath = AccountPath.extend({ conversation: z.string() })
export const ReplyPath = AccountPath.extend({ reply: z.string() })

export function accountIdOf(path: z.infer<typeof AccountPath>): AccountId {
  return parseId<AccountId>(path.account) ?? missing()
}

export function conversationIdOf(path: z.infer<typeof ConversationPath>): ConversationId {
  return parseId<ConversationId>(path.conversation) ?? missing()
}

export function replyIdOf(path: z.infer<typeof ReplyPath>): ReplyId {
  return parseId<ReplyId>(path.reply) ?? missing()
}

function missing(): never {
  throw new Fault('thing.missing')
}
