import { useInfiniteQuery } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import { CircleCheckBig, Clock, Hourglass, TriangleAlert } from 'lucide-react'

import { MINUTE_MS } from '../../src/base/clock.ts'
import type { Due } from '../api/deadlines.ts'
import { duesQuery } from '../api/queries.ts'
import { exactTime } from '../clock/format.ts'
import { useNow } from '../clock/tick.ts'
import { Blank } from '../control/blank.tsx'
import { Button } from '../control/button.tsx'
import { Failed } from '../control/failed.tsx'
import { Page } from '../control/page.tsx'
import { RowSkeletons } from '../inbox/row-skeletons.tsx'
import { ClockTabs } from './clock-tabs.tsx'
import css from './deadlines-page.module.css'
import { dueWords } from './due-words.ts'

/** A clock becomes near or late by itself, and no change tells of it. */
const LOOK_MS = MINUTE_MS

/** Everything that runs in all conversations of the account, due first. */
export function DeadlinesPage() {
  return (
    <Page
      title="Deadlines"
      lead="Every clock that runs, due first. Weekends count, as they do for Amazon."
      tabs={<ClockTabs />}
    >
      <Dues />
    </Page>
  )
}

function Dues() {
  const { accountId = '' } = useParams({ strict: false })
  const query = useInfiniteQuery({ ...duesQuery(accountId), refetchInterval: LOOK_MS })
  const { data, error, isPending, hasNextPage, isFetchingNextPage } = query
  if (isPending) return <RowSkeletons />
  if (!data) {
    return <Failed what="The deadlines cannot be read" error={error} onRetry={() => void query.refetch()} />
  }
  const dues = data.pages.flatMap((page) => page.items)
  if (dues.length === 0) {
    return (
      <Blank icon={<CircleCheckBig size={22} />} title="Nothing is due">
        No clock runs. The next buyer message starts one.
      </Blank>
    )
  }
  return (
    <>
      <ul className={css['list']}>
        {dues.map((due) => (
          <Item key={`${due.conversationId}/${due.kind}/${due.dueAt}`} due={due} accountId={accountId} />
        ))}
      </ul>
      {hasNextPage && (
        <div className={css['more']}>
          <Button disabled={isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
            Show more
          </Button>
        </div>
      )}
    </>
  )
}

const ICONS = { running: Hourglass, near: Clock, late: TriangleAlert } as const satisfies Record<Due['state'], unknown>

function Item({ due, accountId }: { readonly due: Due; readonly accountId: string }) {
  const { conversationId, buyerName, dueAt, state } = due
  const words = dueWords(due, useNow())
  const Icon = ICONS[state]
  return (
    <li className={css['due']} data-state={state}>
      <span className={css['state']}>
        <Icon size={16} aria-hidden /> {words.state}
      </span>
      <div className={css['words']}>
        <Link to="/a/$accountId/c/$conversationId" params={{ accountId, conversationId }} className={css['place']}>
          <strong>{buyerName === null || buyerName === '' ? 'Buyer' : buyerName}</strong>
          <span className="visually-hidden">: </span>
          <span className={css['what']}>{words.what}</span>
        </Link>
      </div>
      <p className={css['time']}>
        <strong>{words.left}</strong>
        <time dateTime={dueAt}>{exactTime(dueAt)}</time>
      </p>
    </li>
  )
}
