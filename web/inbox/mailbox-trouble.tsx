import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'

import { useAccount } from '../account/use-account.ts'
import { mailboxesQuery } from '../api/queries.ts'
import { useNow } from '../clock/tick.ts'
import { Strip } from '../control/strip.tsx'
import { watchWords } from '../mailbox/watch-words.ts'

/** Says above the list that mail is not coming in: an empty list would look like a quiet day. */
export function MailboxTrouble() {
  const { id: accountId, permissions } = useAccount()
  const now = useNow()
  const { data = [] } = useQuery({ ...mailboxesQuery(accountId), enabled: permissions.includes('account:read') })
  const broken = data.filter((mailbox) => watchWords(mailbox, now).tone === 'bad')
  if (broken.length === 0) return null
  return (
    <Strip
      tone="bad"
      title={broken.length === 1 ? 'A mailbox is not fetched' : `${broken.length} mailboxes are not fetched`}
    >
      New messages may be missing here.{' '}
      <Link to="/a/$accountId/mailboxes" params={{ accountId }}>
        See what is wrong
      </Link>
    </Strip>
  )
}
