import type { QueryClient } from '@tanstack/react-query'

import type { ConversationPlace } from '../api/conversations.ts'
import { conversationKey, duesKey, inboxKey, meQuery } from '../api/queries.ts'

/** Reads again what a reply that was sent, returned or resolved changes; resolves once the conversation is new. */
export async function readAgain(client: QueryClient, place: ConversationPlace): Promise<void> {
  void client.invalidateQueries({ queryKey: inboxKey(place.accountId) })
  void client.invalidateQueries({ queryKey: meQuery.queryKey })
  void client.invalidateQueries({ queryKey: duesKey(place.accountId) })
  await client.invalidateQueries({ queryKey: conversationKey(place) })
}
