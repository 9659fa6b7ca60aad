import { useQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { MailPlus } from 'lucide-react'
import { useState } from 'react'

import { SECOND_MS } from '../../src/base/clock.ts'
import { useAccount } from '../account/use-account.ts'
import { mailboxesQuery } from '../api/queries.ts'
import { Blank } from '../control/blank.tsx'
import { Button } from '../control/button.tsx'
import { Failed } from '../control/failed.tsx'
import { Page } from '../control/page.tsx'
import { RowSkeletons } from '../inbox/row-skeletons.tsx'
import { SenderList } from '../sender/sender-list.tsx'
import { AddDialog } from './add-dialog.tsx'
import { MailTabs } from './mail-tabs.tsx'
import { MailboxRow } from './mailbox-row.tsx'
import css from './mailboxes-page.module.css'

/** A watcher that only looks again changes nothing that would be told. */
const LOOK_MS = 15 * SECOND_MS

/** The mailboxes of an account and how each of them fares. */
export function MailboxesPage() {
  const { accountId = '' } = useParams({ strict: false })
  const canChange = useAccount().permissions.includes('account:write')
  const { data, error, isPending, refetch } = useQuery({ ...mailboxesQuery(accountId), refetchInterval: LOOK_MS })
  const [isAdding, setAdding] = useState(false)
  return (
    <Page
      title="Mailboxes"
      lead="Where Amazon's mail arrives. The desk reads each mailbox by itself; nothing there is deleted, moved or marked as read."
      tabs={<MailTabs />}
      actions={canChange && <Button onClick={() => setAdding(true)}>Add a mailbox</Button>}
    >
      {isPending && <RowSkeletons />}
      {!data && error && <Failed what="The mailboxes cannot be read" error={error} onRetry={() => void refetch()} />}
      {data?.length === 0 && (
        <Blank icon={<MailPlus size={22} />} title="No mailbox yet">
          Add the address that Amazon writes to.
        </Blank>
      )}
      <ul className={css['list']}>
        {data?.map((mailbox) => (
          <MailboxRow key={mailbox.id} accountId={accountId} mailbox={mailbox} canChange={canChange} />
        ))}
      </ul>
      <SenderList />
      <AddDialog accountId={accountId} isOpen={isAdding} onClose={() => setAdding(false)} />
    </Page>
  )
}
