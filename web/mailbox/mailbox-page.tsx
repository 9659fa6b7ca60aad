import { useQuery } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import { CircleSlash } from 'lucide-react'

import { mailboxesQuery } from '../api/queries.ts'
import { Blank } from '../control/blank.tsx'
import { Failed } from '../control/failed.tsx'
import { Page } from '../control/page.tsx'
import { RowSkeletons } from '../inbox/row-skeletons.tsx'
import { CopiesStrip } from './copies-strip.tsx'
import { MailTabs } from './mail-tabs.tsx'
import { SourceForm } from './source-form.tsx'

/** One mailbox, to be set up or changed. */
export function MailboxPage() {
  const { accountId = '', mailboxId = '' } = useParams({ strict: false })
  const { data, error, isPending, refetch } = useQuery(mailboxesQuery(accountId))
  const mailbox = data?.find(({ id }) => id === mailboxId)
  return (
    <Page
      title={mailbox?.address ?? 'Mailbox'}
      lead="Where the mail of this address is fetched from. Nothing there is deleted, moved or marked as read."
      tabs={<MailTabs />}
    >
      {isPending && <RowSkeletons />}
      {!data && error && <Failed what="The mailbox cannot be read" error={error} onRetry={() => void refetch()} />}
      {mailbox && <SourceForm key={mailboxId} place={{ accountId, mailboxId }} mailbox={mailbox} />}
      {mailbox && <CopiesStrip place={{ accountId, mailboxId }} mailbox={mailbox} />}
      {data && !mailbox && (
        <Blank
          icon={<CircleSlash size={22} />}
          title="No such mailbox"
          actions={
            <Link to="/a/$accountId/mailboxes" params={{ accountId }}>
              All mailboxes
            </Link>
          }
        >
          This account has no mailbox under this address.
        </Blank>
      )}
    </Page>
  )
}
