import { Outlet, useParams, useSearch } from '@tanstack/react-router'

import { AccountSwitcher } from '../account/account-switcher.tsx'
import { RefusedStrip } from '../sender/refused-strip.tsx'
import { useIsNarrow } from '../shell/use-width.ts'
import css from './inbox.module.css'
import { InboxList } from './inbox-list.tsx'
import { MailboxTrouble } from './mailbox-trouble.tsx'
import { ViewTabs } from './view-tabs.tsx'

/** The list and, beside it or in its place, one conversation. */
export function Inbox() {
  const { accountId = '', conversationId } = useParams({ strict: false })
  const { view = 'needs-reply' } = useSearch({ strict: false })
  const isNarrow = useIsNarrow()
  return (
    <div className={css['inbox']} data-state={conversationId === undefined ? 'list' : 'conversation'}>
      <section className={css['list']} aria-label="Inbox">
        <header className={css['head']}>
          {isNarrow ? <AccountSwitcher /> : <h2>Inbox</h2>}
          <ViewTabs accountId={accountId} view={view} />
          <MailboxTrouble />
          <RefusedStrip />
        </header>
        <InboxList key={`${accountId}/${view}`} accountId={accountId} view={view} openId={conversationId} />
      </section>
      <div className={css['conversation']}>
        <Outlet />
      </div>
    </div>
  )
}
