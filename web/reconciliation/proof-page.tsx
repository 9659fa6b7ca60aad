import { useQuery } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import { MailPlus, RefreshCw } from 'lucide-react'

import { useAccount } from '../account/use-account.ts'
import { proofsQuery } from '../api/queries.ts'
import { Blank } from '../control/blank.tsx'
import { Button } from '../control/button.tsx'
import { Failed } from '../control/failed.tsx'
import { Page } from '../control/page.tsx'
import { Strip } from '../control/strip.tsx'
import { RowSkeletons } from '../inbox/row-skeletons.tsx'
import { MailTabs } from '../mailbox/mail-tabs.tsx'
import { Proof } from './proof.tsx'
import css from './proof-page.module.css'
import { useComparison } from './use-comparison.ts'

/** The proof that no mail is lost: what the server has, and what became of it here. */
export function ProofPage() {
  const { accountId = '' } = useParams({ strict: false })
  const canCompare = useAccount().permissions.includes('account:write')
  const comparison = useComparison(accountId)
  const { data, error, isPending, refetch } = useQuery({
    ...proofsQuery(accountId),
    refetchInterval: comparison.lookMs,
  })
  const isComparing = comparison.isRunning(data ?? [])
  return (
    <Page
      title="Proof"
      lead="Each mail on the server is held against the desk. What is there must be here: as a message, as a repetition of one, as a notice about a reply, or set aside."
      tabs={<MailTabs />}
      actions={
        canCompare && (
          <Button disabled={isComparing || !data} onClick={() => void comparison.start(data ?? [])}>
            <RefreshCw size={16} aria-hidden className={isComparing ? css['turning'] : undefined} />
            {isComparing ? 'Comparing' : 'Compare now'}
          </Button>
        )
      }
    >
      {comparison.problem !== undefined && (
        <div className={css['problem']}>
          <Strip tone="bad" title="Nothing is compared" isNews>
            {comparison.problem}
          </Strip>
        </div>
      )}
      {isPending && <RowSkeletons />}
      {!data && error && <Failed what="The proof cannot be read" error={error} onRetry={() => void refetch()} />}
      {data?.length === 0 && (
        <Blank
          icon={<MailPlus size={22} />}
          title="Nothing to compare yet"
          actions={
            <Link to="/a/$accountId/mailboxes" params={{ accountId }}>
              Set up a mailbox
            </Link>
          }
        >
          The desk can only compare mailboxes that it fetches itself.
        </Blank>
      )}
      {data?.map((proof) => (
        <Proof key={proof.mailboxId} proof={proof} />
      ))}
    </Page>
  )
}
