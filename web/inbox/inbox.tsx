import { Outlet, useParams, useSearch } from '@tanstack/react-router'

import css from './inbox.module.css'
import { InboxList } from './inbox-list.tsx'
import { ViewTabs } from './view-tabs.tsx'

/** The list and, beside it or in its place, one conversation. */
export function Inbox() {
  const { accountId = '', conversationId } = useParams({ strict: false })
  const { view = 'needs-reply' } = useSearch({ strict: false })
  return (
    <div className={css['inbox']} data-state={conversationId === undefined ? 'list' : 'conversation'}>
      <section className={css['list']} aria-label="Inbox">
        <header className={css['head']}>
          <h1>Inbox</h1>
          <ViewTabs accountId={accountId} view={view} />
        </header>
        <InboxList key={`${accountId}/${view}`} accountId={accountId} view={view} openId={conversationId} />
      </section>
      <div className={css['conversation']}>
        <Outlet />
      </div>
    </div>
  )
}
