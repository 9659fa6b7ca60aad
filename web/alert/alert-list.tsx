import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { BellOff, Check, CircleHelp, Clock, TriangleAlert } from 'lucide-react'
import type { ReactNode } from 'react'

import { useAccount } from '../account/use-account.ts'
import type { Alert } from '../api/alerts.ts'
import { alertsQuery } from '../api/queries.ts'
import { exactTime } from '../clock/format.ts'
import { useNow } from '../clock/tick.ts'
import { Blank } from '../control/blank.tsx'
import { Button } from '../control/button.tsx'
import { Failed } from '../control/failed.tsx'
import { Strip } from '../control/strip.tsx'
import { RowSkeletons } from '../inbox/row-skeletons.tsx'
import css from './alert-list.module.css'
import { alertWords } from './alert-words.ts'
import { useSee } from './use-see.ts'

const ICONS = { late: TriangleAlert, near: Clock, ask: CircleHelp } as const

/** The open alerts of the account, due first. `onLeave` is called when one of them is gone to. */
export function AlertList({ onLeave }: { readonly onLeave?: () => void }) {
  const { id: accountId, permissions } = useAccount()
  const { data, error, isPending, refetch } = useQuery(alertsQuery(accountId))
  const { see, problem } = useSee(accountId)
  const canSee = permissions.includes('alert:end')
  if (isPending) return <RowSkeletons />
  if (!data) return <Failed what="The alerts cannot be read" error={error} onRetry={() => void refetch()} />
  const { items, next } = data
  return (
    <div className={css['alerts']}>
      {problem !== undefined && (
        <Strip tone="bad" title="Not all of it was kept" isNews>
          {problem}
        </Strip>
      )}
      {items.length === 0 && (
        <Blank icon={<BellOff size={22} />} title="No alerts">
          You are told here before something is late, and when a reply did not arrive.
        </Blank>
      )}
      {items.length > 1 && canSee && (
        <div className={css['all']}>
          <Button onClick={() => void see(items)}>
            <Check size={15} aria-hidden /> All seen
          </Button>
        </div>
      )}
      <ul className={css['list']}>
        {items.map((alert) => (
          <Item key={alert.id} alert={alert} onSee={canSee ? () => void see([alert]) : undefined} onLeave={onLeave} />
        ))}
      </ul>
      {next !== null && <p className={css['more']}>There are more. They show up as you go through these.</p>}
    </div>
  )
}

interface ItemProps {
  readonly alert: Alert
  readonly onSee: (() => void) | undefined
  readonly onLeave: (() => void) | undefined
}

function Item({ alert, onSee, onLeave }: ItemProps) {
  const { tone, title, next, when } = alertWords(alert, useNow())
  const Icon = ICONS[tone]
  return (
    <li className={css['alert']} data-tone={tone}>
      <Icon size={17} aria-hidden />
      <div className={css['words']}>
        <Place alert={alert} onLeave={onLeave}>
          {title}
        </Place>
        <p>
          <time dateTime={alert.dueAt} title={exactTime(alert.dueAt)}>
            {when}
          </time>
          . {next}
        </p>
      </div>
      {onSee && (
        <Button look="quiet" onClick={onSee}>
          Seen<span className="visually-hidden">: {title}</span>
        </Button>
      )}
    </li>
  )
}

/** The way to what it is about. */
function Place({ alert, onLeave, children }: Omit<ItemProps, 'onSee'> & { readonly children: ReactNode }) {
  const { id: accountId } = useAccount()
  const { conversationId } = alert
  const shared = { className: css['place'], onClick: onLeave }
  if (conversationId === null) {
    return (
      <Link {...shared} to="/a/$accountId/mailboxes" params={{ accountId }}>
        {children}
      </Link>
    )
  }
  return (
    <Link {...shared} to="/a/$accountId/c/$conversationId" params={{ accountId, conversationId }}>
      {children}
    </Link>
  )
}
