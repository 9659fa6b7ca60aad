import { useParams } from '@tanstack/react-router'
import { CircleSlash } from 'lucide-react'

import { useAccount } from '../account/use-account.ts'
import { Blank } from '../control/blank.tsx'
import { Page } from '../control/page.tsx'
import { MailTabs } from '../mailbox/mail-tabs.tsx'
import { ReportDrop } from './report-drop.tsx'
import { ReportOutcome } from './report-outcome.tsx'
import { useImport } from './use-import.ts'

/** Hands in Amazon's order report, so that the desk knows who ships an order, when, and for how much. */
export function OrderReportPage() {
  const { accountId = '' } = useParams({ strict: false })
  const mayImport = useAccount().permissions.includes('order:write')
  const { state, start } = useImport(accountId)
  return (
    <Page
      title="Order report"
      lead="With it the desk knows of each order who ships it, when it must arrive, and what it cost. In Seller Central: Orders, Order reports, or Reports, Fulfilment. Columns about the buyer are left at the door."
      tabs={<MailTabs />}
    >
      {mayImport ? (
        <>
          <ReportDrop isBusy={state.kind === 'reading'} onFile={(file) => void start(file)} />
          <ReportOutcome state={state} />
        </>
      ) : (
        <Blank icon={<CircleSlash size={22} />} title="Not for your role">
          Ask an owner of this account to hand the report in.
        </Blank>
      )}
    </Page>
  )
}
