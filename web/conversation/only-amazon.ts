import type { Conversation } from '../api/conversations.ts'

/** Whether only Amazon spoke here: there is no relay address then, so nobody to whom an answer could go. */
export function isOnlyAmazon({ messages }: Pick<Conversation, 'messages'>): boolean {
  return messages.length > 0 && messages.every(({ kind }) => kind === 'notice')
}
