import type { QueryClient } from '@tanstack/react-query'

import type { QueuedReply } from './last-queued.ts'

/** Undoes a queued reply. What that takes comes with the rules, so it is loaded when it is asked for. */
export async function takeBack(client: QueryClient, queued: Omit<QueuedReply, 'buyerName'>): Promise<void> {
  const { undo } = await import('./undo.ts')
  await undo(client, queued)
}
