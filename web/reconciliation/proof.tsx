import { CircleCheck, CircleDashed, TriangleAlert } from 'lucide-react'

import type { MailboxProof } from '../api/reconciliation.ts'
import { exactTime, timeAgo } from '../clock/format.ts'
import { useNow } from '../clock/tick.ts'
import { Strip } from '../control/strip.tsx'
import { DayTable } from './day-table.tsx'
import css from './proof-page.module.css'
import { proofWords } from './proof-words.ts'

const ICONS = { good: CircleCheck, bad: TriangleAlert, unknown: CircleDashed } as const

/** The last comparison of one mailbox: the sum, what is wrong with it, and the same by day. */
export function Proof({ proof }: { readonly proof: MailboxProof }) {
  const { tone, title, sum, besides, remedy } = proofWords(proof)
  const Icon = ICONS[tone]
  return (
    <article className={css['proof']}>
      <h3>{proof.address}</h3>
      <p className={css['sum']} data-tone={tone}>
        <Icon size={17} aria-hidden />
        <span>
          <strong>{title}.</strong> {sum}
        </span>
      </p>
      {remedy !== undefined && (
        <Strip tone="bad" title="What to do">
          {remedy}
        </Strip>
      )}
      <p className={css['meta']}>
        {proof.reckonedAt !== null && <ComparedAt instant={proof.reckonedAt} />} {besides}
      </p>
      {proof.days.length > 0 && <DayTable address={proof.address} days={proof.days} />}
    </article>
  )
}

function ComparedAt({ instant }: { readonly instant: string }) {
  return (
    <time dateTime={instant} title={exactTime(instant)}>
      Compared {timeAgo(instant, useNow())}.
    </time>
  )
}
