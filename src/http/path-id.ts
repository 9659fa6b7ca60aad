import { z } from '@hono/zod-openapi'

import { Fault } from '../base/fault.ts'
import {
  type AccountId,
  type AlertId,
  type ConversationId,
  type DeadlineId,
  type MailboxId,
  parseId,
  type QuarantineId,
  type ReplyId,
} from '../model/ids.ts'

/* Ids in paths. One that is no id is answered like one that does not exist. */

export const AccountPath = z.object({ account: z.string().openapi({ example: '482905371648' }) })
export const ConversationPath = AccountPath.extend({ conversation: z.string() })
export const ReplyPath = AccountPath.extend({ reply: z.string() })
export const QuarantinePath = AccountPath.extend({ quarantine: z.string() })
export const AlertPath = AccountPath.extend({ alert: z.string() })
export const DeadlinePath = AccountPath.extend({ deadline: z.string() })
export const MailboxPath = AccountPath.extend({ mailbox: z.string() })
export const SenderPath = AccountPath.extend({ address: z.string() })

export function accountIdOf(path: z.infer<typeof AccountPath>): AccountId {
  return parseId<AccountId>(path.account) ?? missing()
}

export function conversationIdOf(path: z.infer<typeof ConversationPath>): ConversationId {
  return parseId<ConversationId>(path.conversation) ?? missing()
}

export function replyIdOf(path: z.infer<typeof ReplyPath>): ReplyId {
  return parseId<ReplyId>(path.reply) ?? missing()
}

export function alertIdOf(path: z.infer<typeof AlertPath>): AlertId {
  return parseId<AlertId>(path.alert) ?? missing()
}

export function mailboxIdOf(path: z.infer<typeof MailboxPath>): MailboxId {
  return parseId<MailboxId>(path.mailbox) ?? missing()
}

export function quarantineIdOf(path: z.infer<typeof QuarantinePath>): QuarantineId {
  return parseId<QuarantineId>(path.quarantine) ?? missing()
}

export function deadlineIdOf(path: z.infer<typeof DeadlinePath>): DeadlineId {
  return parseId<DeadlineId>(path.deadline) ?? missing()
}

function missing(): never {
  throw new Fault('thing.missing')
}
