import { useQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { CircleCheckBig } from 'lucide-react'

import type { QuarantinedMail } from '../api/quarantine.ts'
import { quarantineQuery } from '../api/queries.ts'
import { DeadlineBadge } from '../clock/deadline-badge.tsx'
import { exactTime, timeAgo } from '../clock/format.ts'
import { useNow } from '../clock/tick.ts'
import { Blank } from '../control/blank.tsx'
import { Failed } from '../control/failed.tsx'
import { RowSkeletons } from '../inbox/row-skeletons.tsx'
import css from './quarantine-page.module.css'
import { reasonWords } from './reason-words.ts'

/** The mails the desk could not place: never lost, and each with a clock, since it may be a buyer's. */
export function QuarantinePage() {
  const { accountId = '' } = useParams({ strict: false })
  return (
    <section className={css['page']} aria-label="Set aside">
      <header className={css['head']}>
        <h2>Set aside</h2>
        <p>
          Mails the desk could not place. One of them may be a buyer's, so each has its clock. Look for it in Seller
          Central and answer there.
        </p>
      </header>
      <MailList accountId={accountId} />
    </section>
  )
}

function MailList({ accountId }: { readonly accountId: string }) {
  const { data, error, isPending, refetch } = useQuery(quarantineQuery(accountId))
  if (isPending) return <RowSkeletons />
  if (!data) return <Failed what="The list cannot be read" error={error} onRetry={() => void refetch()} />
  if (data.length === 0) {
    return (
      <Blank icon={<CircleCheckBig size={22} />} title="Nothing is set aside">
        Every mail that came in has found its conversation.
      </Blank>
    )
  }
  return (
    <ul className={css['list']}>
      {data.map((mail) => (
        <Mail key={mail.id} mail={mail} />
      ))}
    </ul>
  )
}

function Mail({ mail }: { readonly mail: QuarantinedMail }) {
  const clock = { unansweredSince: mail.receivedAt, dueAt: mail.dueAt, claimAt: null }
  return (
    <li className={css['mail']}>
      <div className={css['top']}>
        <h3>{reasonWords(mail.reason)}</h3>
        <DeadlineBadge instants={clock} />
      </div>
      <p className={css['meta']}>
        <time dateTime={mail.receivedAt} title={exactTime(mail.receivedAt)}>
          Received {timeAgo(mail.receivedAt, useNow())}
        </time>{' '}
        · {sizeWords(mail.sizeBytes)}
      </p>
      <pre className={css['extract']}>{mail.extract}</pre>
    </li>
  )
}

function sizeWords(sizeBytes: number): string {
  const kilobytes = sizeBytes / 1_000
  return kilobytes < 1_000 ? `${Math.ceil(kilobytes)} kB` : `${(kilobytes / 1_000).toFixed(1)} MB`
}
