import { CircleCheck, CircleSlash, FishOff, Hourglass, LoaderCircle } from 'lucide-react'

import type { QuarantinedMail, QuarantineDecision } from '../api/quarantine.ts'
import { DeadlineBadge } from '../clock/deadline-badge.tsx'
import { exactTime, timeAgo } from '../clock/format.ts'
import { useNow } from '../clock/tick.ts'
import { Button } from '../control/button.tsx'
import { sizeWords } from '../control/size-words.ts'
import { MessageText } from '../conversation/message-text.tsx'
import { STATE_WORDS } from './decision-words.ts'
import css from './quarantine-page.module.css'
import { hintWords, reasonWords } from './reason-words.ts'

const ICONS = {
  held: Hourglass,
  releasing: LoaderCircle,
  released: CircleCheck,
  dismissed: CircleSlash,
  phishing: FishOff,
} as const

interface MailProps {
  readonly mail: QuarantinedMail
  readonly canDecide: boolean
  readonly isBusy: boolean
  readonly onDecide: (decision: QuarantineDecision) => void
}

/** One mail that was set aside: why, what its headers say, and what a person can decide. */
export function Mail({ mail, canDecide, isBusy, onDecide }: MailProps) {
  const { title, next } = reasonWords(mail.reason)
  const isHeld = mail.state === 'held'
  return (
    <li className={css['mail']} data-state={mail.state}>
      <div className={css['top']}>
        <h3>{title}</h3>
        {isHeld ? (
          <DeadlineBadge instants={{ unansweredSince: mail.receivedAt, dueAt: mail.dueAt, claimAt: null }} />
        ) : (
          <State mail={mail} />
        )}
      </div>
      <p className={css['meta']}>
        <time dateTime={mail.receivedAt} title={exactTime(mail.receivedAt)}>
          Received {timeAgo(mail.receivedAt, useNow())}
        </time>{' '}
        at {mail.mailbox} · {sizeWords(mail.sizeBytes)}
      </p>
      {isHeld && <p className={css['next']}>{next}</p>}
      <div className={css['extract']} role="group" aria-label="From its headers, made harmless">
        <MessageText text={mail.extract} />
      </div>
      {isHeld && canDecide && <Decisions mail={mail} isBusy={isBusy} onDecide={onDecide} />}
    </li>
  )
}

function State({ mail: { state, decidedAt } }: { readonly mail: QuarantinedMail }) {
  const Icon = ICONS[state]
  return (
    <span className={css['state']} data-state={state} title={decidedAt === null ? undefined : exactTime(decidedAt)}>
      <Icon size={15} aria-hidden /> {STATE_WORDS[state]}
    </span>
  )
}

function Decisions({ mail, isBusy, onDecide }: Omit<MailProps, 'canDecide'>) {
  return (
    <>
      <div className={css['decisions']}>
        {mail.canRelease && (
          <Button disabled={isBusy} onClick={() => onDecide('release')}>
            Release
          </Button>
        )}
        <Button disabled={isBusy} onClick={() => onDecide('dismiss')}>
          Not for us
        </Button>
        <Button disabled={isBusy} onClick={() => onDecide('report')}>
          Report as phishing
        </Button>
      </div>
      <p className={css['meta']}>
        {mail.canRelease && 'Released, it is read again and shown in the inbox with a warning. '}
        {mail.releaseHint !== null && hintWords(mail.releaseHint)}
      </p>
    </>
  )
}
