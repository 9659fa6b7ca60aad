import { useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { CircleCheck, CircleSlash, LoaderCircle, TriangleAlert } from 'lucide-react'

import type { Mailbox } from '../api/mailboxes.ts'
import { useCell } from '../cell/use-cell.ts'
import { dayWords } from '../clock/format.ts'
import { useNowBySecond } from '../clock/tick.ts'
import buttonCss from '../control/button.module.css'
import { Button } from '../control/button.tsx'
import { copiesWords } from './copies-words.ts'
import css from './mailboxes-page.module.css'
import { pendingStops, stopSoon } from './pending-stops.ts'
import { SECURITY_WORDS } from './security-words.ts'
import { StopStrip } from './stop-strip.tsx'
import { watchWords } from './watch-words.ts'

const ICONS = { good: CircleCheck, busy: LoaderCircle, bad: TriangleAlert, off: CircleSlash } as const

interface MailboxRowProps {
  readonly accountId: string
  readonly mailbox: Mailbox
  readonly canChange: boolean
}

/** One mailbox: how it fares, where it is fetched from, and what can be done with it. */
export function MailboxRow({ accountId, mailbox, canChange }: MailboxRowProps) {
  const client = useQueryClient()
  const isStopping = useCell(pendingStops).has(mailbox.id)
  const { id: mailboxId, address, source } = mailbox
  return (
    <li className={css['mailbox']}>
      <div className={css['text']}>
        <h3>{address}</h3>
        <WatchLine mailbox={mailbox} />
        <Facts mailbox={mailbox} />
      </div>
      {canChange && (
        <div className={css['actions']}>
          <Link
            to="/a/$accountId/mailboxes/$mailboxId"
            params={{ accountId, mailboxId }}
            className={buttonCss['button']}
            data-look={source ? 'plain' : 'main'}
            aria-label={`${source ? 'Edit' : 'Fetch its mail:'} ${address}`}
          >
            {source ? 'Edit' : 'Fetch its mail'}
          </Link>
          {source && (
            <Button
              look="quiet"
              disabled={isStopping}
              onClick={() => stopSoon(client, { accountId, mailboxId })}
              aria-label={`Stop fetching ${address}`}
            >
              Stop
            </Button>
          )}
        </div>
      )}
      <div className={css['strip']}>
        <StopStrip mailboxId={mailboxId} />
      </div>
    </li>
  )
}

function WatchLine({ mailbox }: { readonly mailbox: Mailbox }) {
  const { tone, title, rest } = watchWords(mailbox, useNowBySecond())
  const Icon = ICONS[tone]
  return (
    <p className={css['watch']} data-tone={tone}>
      <Icon size={16} aria-hidden />
      <span>
        <strong>{title}.</strong> {rest}
      </span>
    </p>
  )
}

function Facts({ mailbox }: { readonly mailbox: Mailbox }) {
  const { approvedSender, source, deadlinesFrom } = mailbox
  return (
    <dl className={css['facts']}>
      <div>
        <dt>Answers leave from</dt>
        <dd>{approvedSender}</dd>
      </div>
      {source && (
        <div>
          <dt>Fetched from</dt>
          <dd>
            {source.host}:{source.port}, {SECURITY_WORDS[source.security]}, {source.folder}
          </dd>
        </div>
      )}
      {deadlinesFrom !== null && (
        <div>
          <dt>Clocks run for mail since</dt>
          <dd>{dayWords(deadlinesFrom)}</dd>
        </div>
      )}
      <div>
        <dt>Copies from Amazon</dt>
        <dd>{copiesWords(mailbox)}</dd>
      </div>
    </dl>
  )
}
