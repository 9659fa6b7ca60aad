import { useInfiniteQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'

import { useAccount } from '../account/use-account.ts'
import type { InboxViewName } from '../api/conversations.ts'
import { INBOX_VIEWS } from '../api/conversations.ts'
import { inboxQuery } from '../api/queries.ts'
import css from '../control/tabs.module.css'

const NAMES = {
  'needs-reply': 'Needs reply',
  'on-us': 'On us',
  waiting: 'Waiting',
  all: 'All',
} as const satisfies Record<InboxViewName, string>

/** Which conversations the list shows. */
export function ViewTabs({ accountId, view }: { readonly accountId: string; readonly view: InboxViewName }) {
  const { needsReply } = useAccount()
  const { data } = useInfiniteQuery(inboxQuery(accountId, view))
  const counts: Partial<Record<InboxViewName, number>> = {
    'needs-reply': needsReply,
    'on-us': data?.pages[0]?.counts.onUs ?? 0,
  }
  return (
    <nav className={css['tabs']} aria-label="Views">
      {INBOX_VIEWS.map((name) => (
        <Link
          key={name}
          to="/a/$accountId"
          params={{ accountId }}
          search={{ view: name }}
          className={css['tab']}
          aria-current={name === view ? 'true' : undefined}
          title={name === 'on-us' ? 'Waiting on us: we said that we would come back' : undefined}
        >
          {name === 'on-us' && <span className="visually-hidden">Waiting </span>}
          {NAMES[name]}
          <Count count={counts[name] ?? 0} />
        </Link>
      ))}
    </nav>
  )
}

function Count({ count }: { readonly count: number }) {
  return count === 0 ? null : <span className={css['count']}>{count}</span>
}
