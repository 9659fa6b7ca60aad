import type { ImapSettings } from '../../channel/mail/imap/settings.ts'
import type { ConversationId } from '../../model/ids.ts'
import { findConversation } from '../../store/conversation.ts'
import { findSource } from '../../store/mailbox-source.ts'
import { findMailbox } from '../../store/mailbox.ts'
import type { Step } from '../in-account.ts'
import { openStoredLogin } from '../mailbox/mailbox-login.ts'

/** The server on which the replies of a conversation would lie in a Sent folder. */
export interface SentServer {
  /** Whether the desk puts a copy of each reply there. */
  readonly keepsSent: boolean
  /** Where the mailbox is fetched from at all. */
  readonly hasSource: boolean
  /** How it is reached; undefined without a source, or when its login cannot be opened any more. Lives in memory only. */
  readonly settings: ImapSettings | undefined
}

/** The server of a conversation's mailbox; undefined when there is no such conversation any more. */
export async function findSentServer(step: Step, conversationId: ConversationId): Promise<SentServer | undefined> {
  const { tx, scope, vault } = step
  const conversation = await findConversation(tx, scope, conversationId)
  const mailbox = conversation && (await findMailbox(tx, scope, conversation.mailboxId))
  if (!mailbox) return undefined
  const row = await findSource(tx, scope, mailbox.id)
  const login = row && openStoredLogin(await vault.accountKey(), scope.accountId, row)
  if (!row || !login) return { keepsSent: mailbox.keepsSent, hasSource: row !== undefined, settings: undefined }
  const { host, port, security, folder } = row.source
  const { user, password } = login
  return { keepsSent: mailbox.keepsSent, hasSource: true, settings: { host, port, security, user, password, folder } }
}
