import type { QueryClient, QueryKey } from '@tanstack/react-query'

import type { Change, ChangeStream } from '../api/changes.ts'
import { openChangeStream } from '../api/changes.ts'
import {
  alertsKey,
  conversationKey,
  duesKey,
  inboxKey,
  mailboxesKey,
  meQuery,
  proofsKey,
  quarantineKey,
  responseFigureKey,
  sendersKey,
} from '../api/queries.ts'
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
    stream = openChangeStream({ open: heard, change: (change) => invalidate(client, change), lost })
  }
  function close() {
    clearTimeout(retry)
    stream?.close()
    stream = undefined
  }
  function heard() {
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
  for (const queryKey of staleKeys(change)) void client.invalidateQueries({ queryKey })
}

/** What has to be read again after a change. */
function staleKeys(change: Change): readonly QueryKey[] {
  const { accountId, type } = change
  switch (type) {
    case 'account':
      return [meQuery.queryKey]
    case 'quarantine':
      return [quarantineKey(accountId)]
    case 'mailbox':
      return [mailboxesKey(accountId), proofsKey(accountId), sendersKey(accountId)]
    case 'alert':
      return [alertsKey(accountId), duesKey(accountId)]
    case 'conversation':
    case 'reply':
      return [
        inboxKey(accountId),
        meQuery.queryKey,
        duesKey(accountId),
        responseFigureKey(accountId),
        ...openedBy(change),
      ]
  }
}

function openedBy({ accountId, type, id, conversationId }: Change): readonly QueryKey[] {
  const named = conversationId ?? (type === 'conversation' ? id : undefined)
  return named === undefined ? [] : [conversationKey({ accountId, conversationId: named })]
}
