import type { InboxViewName } from '../api/conversations.ts'
import { Failed } from '../control/failed.tsx'
import { EmptyInbox } from './empty-inbox.tsx'
import { InboxRows } from './inbox-rows.tsx'
import { RowSkeletons } from './row-skeletons.tsx'
import { useInboxList } from './use-inbox-list.ts'

interface InboxListProps {
  readonly accountId: string
  readonly view: InboxViewName
  readonly openId: string | undefined
}

/** The conversations of a view, or what stands there instead. */
export function InboxList({ accountId, view, openId }: InboxListProps) {
  const list = useInboxList(accountId, view)
  if (list.isPending) return <RowSkeletons />
  if (list.isError && list.rows.length === 0) {
    return <Failed what="The inbox cannot be read" error={list.error} onRetry={() => void list.refetch()} />
  }
  if (list.rows.length === 0) return <EmptyInbox view={view} />
  return (
    <InboxRows
      accountId={accountId}
      view={view}
      openId={openId}
      rows={list.rows}
      hasMore={list.hasNextPage}
      onNearEnd={() => void (list.isFetchingNextPage || list.fetchNextPage())}
    />
  )
}
