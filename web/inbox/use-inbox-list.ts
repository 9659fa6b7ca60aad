import { useInfiniteQuery } from '@tanstack/react-query'
import { useMemo } from 'react'

import type { ConversationRow, InboxViewName } from '../api/conversations.ts'
import { inboxQuery } from '../api/queries.ts'

/** The rows of a view that have been read so far, each once, and how to read more. */
export function useInboxList(accountId: string, view: InboxViewName) {
  const query = useInfiniteQuery(inboxQuery(accountId, view))
  const { data } = query
  const rows = useMemo(() => distinct(data?.pages.flatMap((page) => page.items) ?? []), [data])
  return { ...query, rows }
}

/** A conversation that moved while pages were read may stand on two of them; the first place is the newer one. */
function distinct(rows: readonly ConversationRow[]): readonly ConversationRow[] {
  return [...new Map(rows.toReversed().map((row) => [row.id, row])).values()].toReversed()
}
