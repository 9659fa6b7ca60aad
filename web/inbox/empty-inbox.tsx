import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { CircleCheckBig, Filter, PlugZap } from 'lucide-react'

import { useAccount } from '../account/use-account.ts'
import type { InboxViewName } from '../api/conversations.ts'
import { mailboxesQuery } from '../api/queries.ts'
import { Blank } from '../control/blank.tsx'
import css from './empty-inbox.module.css'
import { useInboxList } from './use-inbox-list.ts'

/** An empty list: nothing has ever come, everything is answered, or this view has none. */
export function EmptyInbox({ view }: { readonly view: InboxViewName }) {
  const { id: accountId } = useAccount()
  const everything = useInboxList(accountId, 'all')
  if (everything.isPending) return null
  if (everything.rows.length === 0) return <NothingYet accountId={accountId} />
  if (view === 'needs-reply') {
    return (
      <Blank icon={<CircleCheckBig size={22} />} title="All answered">
        No buyer waits for you. The next message shows up here by itself, with its clock.
      </Blank>
    )
  }
  return (
    <Blank
      icon={<Filter size={22} />}
      title="Nothing in this view"
      actions={
        <Link to="/a/$accountId" params={{ accountId }} search={{ view: 'all' }} className={css['link']}>
          Show all conversations
        </Link>
      }
    >
      {view === 'on-us' ? 'You owe no buyer a word you promised.' : 'No conversation is waiting for a buyer.'}
    </Blank>
  )
}

/** Before the first mail: whether one can come at all is the question. */
function NothingYet({ accountId }: { readonly accountId: string }) {
  const { data, isPending } = useQuery(mailboxesQuery(accountId))
  if (isPending) return null
  const isFetched = data?.some(({ source }) => source !== null) ?? false
  return (
    <Blank
      icon={<PlugZap size={22} />}
      title="No mail has come yet"
      actions={
        <Link to="/a/$accountId/mailboxes" params={{ accountId }} className={css['link']}>
          {isFetched ? 'See how your mailboxes fare' : 'Fetch its mail'}
        </Link>
      }
    >
      {isFetched
        ? 'The desk looks for it. The first buyer message starts its clock here.'
        : 'No mailbox of this account is fetched. Say where its mail is, or forward it to the desk.'}
    </Blank>
  )
}
