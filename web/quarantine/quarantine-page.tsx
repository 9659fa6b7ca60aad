import { useQuery } from '@tanstack/react-query'
import { Link, useParams, useSearch } from '@tanstack/react-router'
import { CircleCheckBig } from 'lucide-react'
import { useState } from 'react'

import { useAccount } from '../account/use-account.ts'
import type { QuarantineDecision, QuarantineView } from '../api/quarantine.ts'
import { QUARANTINE_VIEWS } from '../api/quarantine.ts'
import { quarantineQuery } from '../api/queries.ts'
import { Blank } from '../control/blank.tsx'
import { Button } from '../control/button.tsx'
import { Failed } from '../control/failed.tsx'
import { Page } from '../control/page.tsx'
import { Strip } from '../control/strip.tsx'
import tabsCss from '../control/tabs.module.css'
import { RowSkeletons } from '../inbox/row-skeletons.tsx'
import { outcomeWords } from './decision-words.ts'
import css from './quarantine-page.module.css'
import { Mail } from './quarantined-mail.tsx'
import { ReportDialog } from './report-dialog.tsx'
import { useDecide } from './use-decide.ts'

/** The mails the desk could not place: never lost, and each with a clock, since it may be a buyer's. */
export function QuarantinePage() {
  const { accountId = '' } = useParams({ strict: false })
  const { state = 'held' } = useSearch({ strict: false })
  return (
    <Page
      title="Set aside"
      lead="Mails the desk could not place or does not trust. One of them may be a buyer's, so each has its clock until somebody decides."
      tabs={<Tabs accountId={accountId} view={state} />}
    >
      <MailList key={`${accountId}/${state}`} accountId={accountId} view={state} />
    </Page>
  )
}

const NAMES = { held: 'Held', decided: 'Decided' } as const satisfies Record<QuarantineView, string>

interface ViewProps {
  readonly accountId: string
  readonly view: QuarantineView
}

function Tabs({ accountId, view }: ViewProps) {
  return (
    <nav className={tabsCss['tabs']} aria-label="Mails set aside">
      {QUARANTINE_VIEWS.map((name) => (
        <Link
          key={name}
          to="/a/$accountId/quarantine"
          params={{ accountId }}
          search={name === 'held' ? {} : { state: name }}
          className={tabsCss['tab']}
          aria-current={name === view ? 'true' : undefined}
        >
          {NAMES[name]}
        </Link>
      ))}
    </nav>
  )
}

function MailList({ accountId, view }: ViewProps) {
  const { data, error, isPending, refetch } = useQuery(quarantineQuery(accountId, view))
  const canDecide = useAccount().permissions.includes('quarantine:decide')
  const { busyId, outcome, decide, forget } = useDecide(accountId)
  const [reportingId, setReportingId] = useState<string>()
  const words = outcome && outcomeWords(outcome)

  function choose(mailId: string, decision: QuarantineDecision) {
    if (decision === 'report') setReportingId(mailId)
    else void decide(mailId, decision)
  }
  function report() {
    if (reportingId !== undefined) void decide(reportingId, 'report')
    setReportingId(undefined)
  }

  if (isPending) return <RowSkeletons />
  if (!data) return <Failed what="The list cannot be read" error={error} onRetry={() => void refetch()} />
  return (
    <>
      {words && (
        <div className={css['outcome']}>
          <Strip tone={words.tone} title={words.title} actions={<Button onClick={forget}>Close</Button>} isNews>
            {words.next}
          </Strip>
        </div>
      )}
      {data.length === 0 && <Nothing view={view} />}
      <ul className={css['list']}>
        {data.map((mail) => (
          <Mail
            key={mail.id}
            mail={mail}
            canDecide={canDecide}
            isBusy={busyId === mail.id}
            onDecide={(decision) => choose(mail.id, decision)}
          />
        ))}
      </ul>
      <ReportDialog isOpen={reportingId !== undefined} onReport={report} onClose={() => setReportingId(undefined)} />
    </>
  )
}

function Nothing({ view }: { readonly view: QuarantineView }) {
  if (view === 'decided') {
    return (
      <Blank icon={<CircleCheckBig size={22} />} title="Nothing was decided yet">
        What you release, put away or report stands here afterwards.
      </Blank>
    )
  }
  return (
    <Blank icon={<CircleCheckBig size={22} />} title="Nothing is set aside">
      Every mail that came in has found its conversation.
    </Blank>
  )
}
