import type { QueryClient } from '@tanstack/react-query'

import type { Change, ChangeStream } from '../api/changes.ts'
import { openChangeStream } from '../api/changes.ts'
import { conversationKey, inboxKey, mailboxesKey, meQuery, proofsKey, quarantineKey } from '../api/queries.ts'
import { createCell } from '../cell/cell.ts'
import { backoffMs } from './backoff.ts'

/** Whether changes reach this page by themselves. */
export const liveState = createCell<'live' | 'paused'>('live')

/**
 * Reads again what an event names. A hidden tab closes its stream, since a browser keeps six connections to one host
 * over HTTP/1.1; when it is seen again it reads everything anew. Runs until the returned function is called.
 */
export function startLiveUpdates(client: QueryClient): () => void {
  let stream: ChangeStream | undefined
  let retry: ReturnType<typeof setTimeout> | undefined
  let attempt = 0
  let missed = false

  function open() {
    close()
    stream = openChangeStream({ open: opened, change: (change) => invalidate(client, change), lost })
  }
  function close() {
    clearTimeout(retry)
    stream?.close()
    stream = undefined
  }
  function opened() {
    attempt = 0
    liveState.set('live')
    if (missed) void client.invalidateQueries()
    missed = false
  }
  function lost(retriesItself: boolean) {
    missed = true
    liveState.set('paused')
    if (retriesItself) return
    retry = setTimeout(open, backoffMs(attempt))
    attempt += 1
  }
  function seen() {
    if (document.visibilityState === 'visible' && !stream) return open()
    if (document.visibilityState === 'visible') return
    missed = true
    close()
  }

  open()
  document.addEventListener('visibilitychange', seen)
  return () => {
    document.removeEventListener('visibilitychange', seen)
    close()
  }
}

function invalidate(client: QueryClient, change: Change): void {
  const { accountId } = change
  if (change.type === 'account') return void client.invalidateQueries({ queryKey: meQuery.queryKey })
  if (change.type === 'quarantine') return void client.invalidateQueries({ queryKey: quarantineKey(accountId) })
  if (change.type === 'mailbox') return invalidateMailboxes(client, accountId)
  void client.invalidateQueries({ queryKey: inboxKey(accountId) })
  void client.invalidateQueries({ queryKey: meQuery.queryKey })
  const conversationId = change.conversationId ?? (change.type === 'conversation' ? change.id : undefined)
  if (conversationId !== undefined) {
    void client.invalidateQueries({ queryKey: conversationKey({ accountId, conversationId }) })
  }
}

function invalidateMailboxes(client: QueryClient, accountId: string): void {
  void client.invalidateQueries({ queryKey: mailboxesKey(accountId) })
  void client.invalidateQueries({ queryKey: proofsKey(accountId) })
}
