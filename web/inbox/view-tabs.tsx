import { Link } from '@tanstack/react-router'

import { useAccount } from '../account/use-account.ts'
import type { InboxViewName } from '../api/conversations.ts'
import { INBOX_VIEWS } from '../api/conversations.ts'
import css from '../control/tabs.module.css'

const NAMES = { 'needs-reply': 'Needs reply', waiting: 'Waiting', all: 'All' } as const satisfies Record<
  InboxViewName,
  string
>

/** Which conversations the list shows. */
export function ViewTabs({ accountId, view }: { readonly accountId: string; readonly view: InboxViewName }) {
  const { needsReply } = useAccount()
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
        >
          {NAMES[name]}
          {name === 'needs-reply' && needsReply > 0 && <span className={css['count']}>{needsReply}</span>}
        </Link>
      ))}
    </nav>
  )
}
